"""Copies of old Office files in an open format: asked for by an editor, made by the reader.

TT 53/2012/TT-BGDĐT Điều 17.8: texts on the portal are kept in open formats. The original stays, the
copy lies behind it in the same record.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from Acquisition import aq_parent
from BTrees.OOBTree import OOBTree
from eduportal import _
from eduportal.attachments.behavior import Attachment
from eduportal.attachments.behavior import IAttached
from eduportal.attachments.behavior import IAttachments
from eduportal.attachments.behavior import attached
from eduportal.extraction.conversion import OPEN
from eduportal.extraction.conversion import NotConverted
from eduportal.extraction.conversion import convert
from eduportal.extraction.conversion import converter
from eduportal.fulltext.queue import wake
from eduportal.fulltext.reading import KEY as READING
from eduportal.fulltext.settings import limits
from pathlib import Path
from plone import api
from plone.namedfile.file import NamedBlobFile
from tempfile import TemporaryDirectory
from ZODB.POSException import ConflictError
from zope.annotation.interfaces import IAnnotations
import logging
import transaction

log = logging.getLogger(__name__)

ATTEMPTS = 5
KEY = f"{READING}.conversions"
ASKED = ""
SENTENCES = {
    ASKED: _("A converted copy is being made; it appears here in a few minutes."),
    "encrypted": _("The file is protected by a password and could not be converted."),
    "not-office": _("The file is not what its name says and could not be converted."),
    "too-large": _("The file is too large to be converted."),
    "too-slow": _("Converting the file took too long and was given up."),
    "failed": _("LibreOffice could not convert the file."),
}


def old_kind(file) -> str:
    """``doc``, ``xls`` or ``ppt`` by the file's name; "" for anything else."""
    if getattr(file, "file", None) is None:
        return ""
    ending = Path((file.file.filename or "").lower()).suffix.removeprefix(".")
    return ending if ending in OPEN else ""


def offered(file) -> str:
    """``ODT``, ``ODS`` or ``ODP`` where a copy can be made and is neither there nor on its way."""
    if converter() is None or not _is_convertible(file) or _asked(file) == ASKED:
        return ""
    return _mark(file)


def has_copy(file) -> bool:
    """Whether the copy lies beside an old file already."""
    return copy_name(file) in _names(aq_parent(file))


def sentence(file) -> str:
    """What became of the editor's wish; "" where there was none."""
    return SENTENCES.get(_asked(file), "")


def ask(file) -> None:
    """Note that an editor wants a copy."""
    portal = api.portal.get()
    annotations = IAnnotations(portal)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][file.UID()] = ASKED
    wake(portal)


def convert_waiting(portal) -> int:
    """Make the copies that are asked for, each with a commit of its own; returns how many.

    What the caller changed is committed first. A wish that fails stays, with the reason.
    """
    transaction.commit()
    wishes = IAnnotations(portal).get(KEY, {})
    return sum(_fulfil(portal, uid) for uid, state in list(wishes.items()) if state == ASKED)


def remove_wishes(portal) -> None:
    """Nothing is converted any more."""
    IAnnotations(portal).pop(KEY, None)


def copy_name(file) -> str:
    """``Mẫu đơn.doc`` gives ``Mẫu đơn.odt``."""
    return f"{Path(file.file.filename).stem}.{OPEN[old_kind(file)]}"


def _asked(file) -> str | None:
    return IAnnotations(api.portal.get()).get(KEY, {}).get(file.UID())


def _names(record) -> set[str]:
    return (
        {one.file.filename for one in attached(record)} if IAttached.providedBy(record) else set()
    )


def _fulfil(portal, uid: str) -> bool:
    transaction.begin()
    with TemporaryDirectory(prefix="eduportal-conversion-") as folder:
        file = _wished(uid)
        made, failure = _converted(file, Path(folder)) if file is not None else (None, None)
        for _attempt in range(ATTEMPTS):
            transaction.begin()
            try:
                done = _keep(portal, uid, made, failure)
                transaction.commit()
                return done
            except ConflictError:
                transaction.abort()
    log.warning("The copy of file %s could not be kept: others write its record all the time", uid)
    return False


def _converted(file, folder: Path) -> tuple[Path | None, str | None]:
    """The copy, or why there is none; whatever goes wrong is this one file's affair."""
    try:
        with file.file.open("r") as stream:
            return convert(Path(stream.name), file.file.filename, folder, limits()), None
    except NotConverted as error:
        return None, str(error)
    except ConflictError:
        raise
    except Exception:
        log.exception("Converting %s", "/".join(file.getPhysicalPath()))
        return None, "failed"


def _keep(portal, uid: str, made: Path | None, failure: str | None) -> bool:
    """Put the copy behind the original, and the wish away."""
    wishes = IAnnotations(portal)[KEY]
    file = _wished(uid)
    if file is None or made is None:
        if failure is not None and file is not None:
            wishes[uid] = failure
        else:
            wishes.pop(uid, None)
        return False
    data = NamedBlobFile(data=made.read_bytes(), filename=copy_name(file))
    title = data.filename if file.title == file.file.filename else f"{file.title} ({_mark(file)})"
    files = attached(aq_parent(file))
    place = next(place for place, one in enumerate(files) if one.id == file.getId()) + 1
    copy = Attachment(title=title, file=data)
    IAttachments(aq_parent(file)).attachments = [*files[:place], copy, *files[place:]]
    del wishes[uid]
    return True


def _wished(uid: str):
    """The file, as long as a copy of it makes sense."""
    file = api.content.get(UID=uid)
    return file if file is not None and _is_convertible(file) else None


def _is_convertible(file) -> bool:
    """An old file without a copy; one that is closed to some stays alone: a copy would be open."""
    record = aq_parent(file)
    return (
        IAttached.providedBy(record)
        and bool(old_kind(file))
        and not has_copy(file)
        and set(rolesForPermissionOn("View", record)) <= set(rolesForPermissionOn("View", file))
    )


def _mark(file) -> str:
    return OPEN[old_kind(file)].upper()
