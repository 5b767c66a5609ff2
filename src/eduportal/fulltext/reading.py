"""What is known of the text inside one file, kept as an annotation of the content that holds it."""

from Acquisition import aq_base
from datetime import UTC
from datetime import datetime
from eduportal.extraction import Found
from eduportal.fulltext.reasons import sentence
from pathlib import Path
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations

KEY = "eduportal.fulltext"
WAITING = "waiting"
# Pages are told apart in the blob by the sign that printers start a new page with.
PAGE_BREAK = "\f"


class Reading(Persistent):
    """The outcome of reading one file.

    ``state`` is ``waiting``, ``read``, ``empty``, ``encrypted``, ``broken``, ``too-large``,
    ``unsupported`` or ``failed``; ``reason`` a token of ``reasons.SENTENCES`` or "". ``source`` is
    the very blob that was read and ``stamp`` the time it was written: other data under the same
    name have not been read yet, and a copy of the content, whose blobs are copied with it, has.
    """

    state = WAITING
    reason = ""
    recognised_pages: tuple[int, ...] = ()
    unread_pages = 0
    page_count = 0
    length = 0
    text: Blob | None = None
    pictures: tuple[Blob, ...] = ()
    picture_sizes: tuple[int, ...] = ()
    checked_on: datetime | None = None

    def __init__(self, file: NamedBlobFile) -> None:
        self.source = file._blob
        self.stamp = file._modified
        self.source_size = file.getSize()

    def is_of(self, file: NamedBlobFile) -> bool:
        """Whether these are the data that were, or are to be, read."""
        return self.source is file._blob and self.stamp == file._modified

    @property
    def recognised(self) -> bool:
        """Whether some of the text was recognised in a picture of it, and may be wrong."""
        return bool(self.recognised_pages)

    @property
    def message(self) -> str:
        """A sentence for the editor, to be translated; "" where nothing is to be said."""
        return sentence(WAITING if self.state == WAITING else self.reason)

    @property
    def pages(self) -> list[str]:
        """The text of each page, sheet or slide, in order."""
        if self.text is None:
            return []
        with self.text.open("r") as stream:
            return stream.read().decode("utf-8").split(PAGE_BREAK)

    def keep(self, found: Found) -> None:
        """Take over what was found; the pictures' files may be gone afterwards."""
        self.state = found.state
        self.reason = found.reason
        self.recognised_pages = tuple(found.recognised_pages)
        self.unread_pages = found.unread_pages
        self.page_count = len(found.pages)
        text = PAGE_BREAK.join(found.pages)
        self.length = len(text)
        self.text = _blob(text.encode("utf-8")) if text.strip() else None
        self.pictures = tuple(_blob(Path(path).read_bytes()) for path in found.pictures)
        self.picture_sizes = tuple(Path(path).stat().st_size for path in found.pictures)
        self.checked_on = datetime.now(UTC).replace(microsecond=0)


def reading(content) -> Reading | None:
    """What is known of the text of ``content``'s file; None where it is not to be read."""
    file = file_of(content)
    if file is None:
        return None
    kept = IAnnotations(content).get(KEY)
    return kept if kept is not None and kept.is_of(file) else None


def file_of(content) -> NamedBlobFile | None:
    """What lies in ``content``'s field ``file``; None where there is none, or no blob in it."""
    file = getattr(aq_base(content), "file", None)
    return file if isinstance(file, NamedBlobFile) else None


def begin(content) -> Reading:
    """A new reading of the file that ``content`` holds now; an earlier file's text goes."""
    made = Reading(file_of(content))
    IAnnotations(content)[KEY] = made
    return made


def forget(content) -> None:
    """Nothing is known of ``content``'s file any more."""
    IAnnotations(content).pop(KEY, None)


def _blob(data: bytes) -> Blob:
    blob = Blob()
    with blob.open("w") as stream:
        stream.write(data)
    return blob
