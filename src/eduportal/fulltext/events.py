"""What others may follow: a file has been read."""

from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IFileRead(IObjectEvent):
    """The text of ``object``'s file has been looked for; ``fulltext.reading`` says what came."""


@implementer(IFileRead)
class FileRead(ObjectEvent):
    """Notified inside the transaction that keeps the reading."""
