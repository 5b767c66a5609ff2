"""A step that the rules of the board refuse, with the sentence that says why."""

from Products.CMFCore.WorkflowCore import WorkflowException
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message


class StepRefused(WorkflowException):
    """``message`` is the sentence; ``str()`` of the exception has it in the reader's language.

    plone.restapi answers 400 with ``str()`` of a WorkflowException, and a message's domain would
    be lost on that way, so it is translated here.
    """

    def __init__(self, message: "Message | StepRefused") -> None:
        # The workflow tool raises a refusal anew, with the first one as its only argument.
        message = message.message if isinstance(message, StepRefused) else message
        super().__init__(translate(message, context=getRequest()))
        self.message = message
