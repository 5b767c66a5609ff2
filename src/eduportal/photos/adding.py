"""Many files become the pictures of an album."""

from eduportal import _
from eduportal.photos.cleaning import unreadable
from eduportal.photos.metadata import UnreadablePicture
from eduportal.photos.scaling import fitted
from eduportal.vietnamese import nfc
from pathlib import PurePosixPath
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from typing import NamedTuple
from zope.i18nmessageid import Message

MOST = 100
LARGEST = 50 * 1024 * 1024
SUFFIXES = {
    "image/avif": ".avif",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
}


class Refused(NamedTuple):
    """A file that did not become a picture, and the sentence that says why."""

    name: str
    sentence: Message


def add_pictures(album, uploads: list) -> tuple[int, tuple[Refused, ...]]:
    """Adds what can be read, in the order sent; how many, and what was refused."""
    added, refused = 0, []
    number = len(album.pictures())
    for place, upload in enumerate(uploads):
        name = _name(upload)
        sentence = _unfit(upload, name, place)
        if sentence is None:
            try:
                picture = fitted(upload.read())
            except UnreadablePicture:
                sentence = unreadable(name)
        if sentence is not None:
            refused.append(Refused(name, sentence))
            continue
        number, added = number + 1, added + 1
        filename = str(PurePosixPath(name).with_suffix(SUFFIXES[picture.type]))
        createContentInContainer(
            album,
            "Image",
            title=f"{album.title} ({number})",
            image=NamedBlobImage(picture.data, picture.type, filename),
        )
    return added, tuple(refused)


def _name(upload) -> str:
    """Old browsers send the whole path of the sender's disk."""
    name = upload.filename
    name = name.decode(errors="replace") if isinstance(name, bytes) else name
    return nfc(name).replace("\\", "/").rpartition("/")[2] or "picture"


def _unfit(upload, name: str, place: int) -> Message | None:
    if place >= MOST:
        return _(
            "picture_too_many",
            default="“${name}” was left out: send at most ${most} pictures at a time.",
            mapping={"name": name, "most": MOST},
        )
    upload.seek(0, 2)
    size = upload.tell()
    upload.seek(0)
    if size > LARGEST:
        return _(
            "picture_too_large",
            default="“${name}” is larger than ${most} MB.",
            mapping={"name": name, "most": LARGEST // 1024**2},
        )
    return None
