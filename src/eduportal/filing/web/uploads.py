"""What a form sent, looked at before anything is kept."""

from dataclasses import dataclass
from eduportal import _
from eduportal.filing.options import STATES
from eduportal.filing.web.jobs import TABLES
from pathlib import PurePosixPath
from typing import BinaryIO

LARGEST_TABLE = 30_000_000
LARGEST_ARCHIVE = 1_000_000_000


class UploadError(ValueError):
    """The form cannot be used; the argument is a message for its sender."""


@dataclass(frozen=True)
class Upload:
    """A table, perhaps its files, and what is to be done with them."""

    table: BinaryIO
    table_name: str
    archive: BinaryIO | None
    archive_name: str
    state: str
    update: bool


def read_form(form: dict, states: list[str]) -> Upload:
    """The form's upload; ``states`` are those that its sender may choose."""
    table, archive = form.get("table"), form.get("archive")
    name = _name(table)
    if not name or not _size(table):
        raise UploadError(_("Choose a table, .xlsx or .csv."))
    if PurePosixPath(name).suffix.lower() not in TABLES:
        raise UploadError(_("The table has to be an .xlsx or .csv file."))
    if _size(table) > LARGEST_TABLE:
        raise UploadError(_("The table is larger than 30 MB."))
    archive_name = _name(archive)
    if archive_name and PurePosixPath(archive_name).suffix.lower() != ".zip":
        raise UploadError(_("The files have to come as one ZIP."))
    if archive_name and _size(archive) > LARGEST_ARCHIVE:
        raise UploadError(_("The ZIP is larger than 1 GB. Split the table and its files."))
    state = str(form.get("state") or STATES[0])
    return Upload(
        table=table,
        table_name=name,
        archive=archive if archive_name else None,
        archive_name=archive_name,
        state=state if state in states else STATES[0],
        update=bool(form.get("update")),
    )


def _name(upload) -> str:
    # Some browsers send the whole path of the file on the sender's machine.
    return str(getattr(upload, "filename", "") or "").replace("\\", "/").rpartition("/")[2]


def _size(upload) -> int:
    upload.seek(0, 2)
    size = upload.tell()
    upload.seek(0)
    return size
