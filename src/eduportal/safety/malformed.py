"""A request that Zope cannot even read is the sender's mistake: 400, not a failure of ours.

Zope says so itself for some of them and fails with whatever error comes along for others: a field
named ``x:date`` that holds no date (an error of DateTime's own), ``x:lines`` with a file (AttributeError), a body
of several parts without a boundary (KeyError).
"""

from DateTime.interfaces import DateTimeError
from zExceptions import BadRequest

# Not MemoryError and OSError: those are ours.
UNREADABLE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    DateTimeError,
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
