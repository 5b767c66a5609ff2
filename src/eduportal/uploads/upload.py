"""A file that has been accepted, and the word for one that has not."""

from dataclasses import dataclass
from dataclasses import field as attribute
from hashlib import sha256
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Upload:
    """``field`` is the form field it came from, ``data`` what is kept, ``sha256`` of that in hex.

    ``unscanned`` where a scanner is configured, did not answer, and files are taken all the same.
    """

    field: str
    filename: str
    content_type: str
    data: bytes = attribute(repr=False)
    sha256: str = ""
    unscanned: bool = False

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", sha256(self.data).hexdigest())

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)


class UploadRefused(ValueError):
    """``message`` tells the visitor which file, what is wrong with it and what would do."""

    def __init__(self, message: Message, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field

    def doc(self) -> Message:
        """What z3c.form shows beside the field."""
        return self.message
