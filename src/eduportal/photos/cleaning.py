"""Every picture that enters the portal loses what it tells besides what it shows.

On whatever way it came: a form, the editor's upload, REST, TUS, an import. Pictures in an album are
made as small as a page needs besides.
"""

from Acquisition import aq_base
from Acquisition import aq_parent
from eduportal import _
from eduportal.content_types.album.album import IAlbum
from eduportal.photos import metadata
from eduportal.photos.beside import laid_beside
from eduportal.photos.metadata import Picture
from eduportal.photos.metadata import UnreadablePicture
from eduportal.photos.pasted import without_metadata
from eduportal.photos.scaling import fitted
from pathlib import PurePosixPath
from plone.app.textfield.interfaces import IRichTextValue
from plone.app.textfield.value import RichTextValue
from plone.dexterity.interfaces import IDexterityContent
from plone.namedfile.interfaces import IImage
from plone.namedfile.interfaces import INamed
from zExceptions import BadRequest
from zope.globalrequest import getRequest
from zope.i18n import translate

FIRST_BYTES = 64
LEFT_IN_FILES = ("TIFF",)
"""A scan of several pages is a document and stays one; as a picture of a page it becomes a JPEG."""
KEPT_BESIDE = ("exif", "exif_data")
SUFFIXES = {"image/jpeg": (".jpg", ".jpeg", ".jpe")}


def clean(content: IDexterityContent, event) -> None:
    """After adding and after every change; what is clean already is not written again."""
    for name, value in list(vars(aq_base(content)).items()):
        if INamed.providedBy(value) and hasattr(value, "data"):
            clean_file(value, scaled=IAlbum.providedBy(aq_parent(content)))
        elif IRichTextValue.providedBy(value) and "data:image/" in (value.raw or ""):
            _clean_text(content, name, value)


def clean_file(value, scaled: bool = False) -> None:
    """Clean one stored file in place. Raises BadRequest for a picture that cannot be opened."""
    is_image = IImage.providedBy(value)
    kind = metadata.kind_of(_first_bytes(value))
    if not kind or (kind in LEFT_IN_FILES and not is_image):
        return
    data = value.data
    try:
        picture = fitted(data) if scaled and is_image else metadata.bare(data)
    except UnreadablePicture:
        raise BadRequest(translate(unreadable(value.filename), context=getRequest())) from None
    if picture is not None and picture.data != data:
        _store(value, picture)
    # Plone keeps what it read from the file beside it, position included
    for name in KEPT_BESIDE:
        if vars(value).get(name):
            delattr(value, name)


def unreadable(filename: str | None):
    """The sentence for a file that is no picture, or no whole one."""
    return _(
        "picture_unreadable",
        default="“${name}” cannot be opened as a picture; save it as JPEG or PNG and try again.",
        mapping={"name": filename or "?"},
    )


def _store(value, picture: Picture) -> None:
    value.data = picture.data
    value.contentType = picture.type
    name = PurePosixPath(value.filename or "")
    suffixes = SUFFIXES.get(picture.type, ())
    if name.name and suffixes and name.suffix.lower() not in suffixes:
        value.filename = str(name.with_suffix(suffixes[0]))


def _first_bytes(value) -> bytes:
    if not hasattr(value, "open"):
        return value.data[:FIRST_BYTES]
    with value.open("r") as stream:
        return stream.read(FIRST_BYTES)


def _clean_text(content, name: str, value: RichTextValue) -> None:
    raw = laid_beside(content, without_metadata(value.raw))
    if raw != value.raw:
        setattr(content, name, RichTextValue(raw, value.mimeType, value.outputMimeType))
