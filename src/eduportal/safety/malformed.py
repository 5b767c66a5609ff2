"""A request that Zope cannot even read is the sender's mistake: 400, not a failure of ours.

Zope says so itself for some of them and fails with whatever error comes along for others: a field
named ``x:date`` that holds no date (DateTime's own error, with the words in it), ``x:lines`` with
a file (AttributeError), a body of several parts without a boundary (KeyError).
"""

from collective.honeypot import utils
from DateTime.interfaces import DateTimeError
from plone.restapi.exceptions import DeserializationError
from zExceptions import BadRequest

# Not MemoryError and OSError: those are ours.
UNREADABLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    DateTimeError,
    DeserializationError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def process_inputs(request, *args, **kwargs) -> None:
    """Stands for ``HTTPRequest.processInputs``; nothing has been looked up or written then."""
    try:
        request._old_processInputs(*args, **kwargs)
    except UNREADABLE:
        request.form.clear()
        request.taintedform.clear()
        raise BadRequest("The request cannot be read.") from None


def check_post(request) -> None:
    """Stands for collective.honeypot's, which looks into every POST, JSON too."""
    try:
        utils.check_post(request)
    except UNREADABLE:
        raise BadRequest("The request cannot be read.") from None
