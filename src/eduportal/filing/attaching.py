"""Files of a row: found beside the table, compared with those that are there, added once."""

from collections import defaultdict
from dataclasses import dataclass
from dataclasses import field
from eduportal.attachments.behavior import Attachment
from eduportal.attachments.behavior import arrange
from eduportal.attachments.behavior import attached
from eduportal.filing.entries import Entry
from eduportal.filing.found_files import Files
from eduportal.filing.found_files import Found
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import quote
from eduportal.vietnamese import nfc
from pathlib import Path
from plone.namedfile.file import NamedBlobFile
from typing import BinaryIO
import hashlib


@dataclass
class Attaching:
    """What would become of a record's files: added ones, and ones whose content differs."""

    new: list[tuple[str, Found]] = field(default_factory=list)
    other: list[tuple[Attachment, str, Found]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plan(entry: Entry, files: Files, record, folder: Path) -> Attaching:
    """Look the row's files up and compare them with the record's; None where it is new."""
    planned = Attaching()
    there = attached(record) if record is not None else []
    by_name: dict[str, list[Attachment]] = defaultdict(list)
    for one in there:
        by_name[_plain(one.file.filename or one.id)].append(one)
    for wanted in entry.files:
        found = files.find(wanted.name)
        if len(found) != 1:
            # A record that has the file already needs no copy of it beside the table.
            if found or _plain(wanted.name.replace("\\", "/").rpartition("/")[2]) not in by_name:
                planned.problems.append(_not_one(entry, wanted.name, found))
            continue
        alike = by_name[_plain(found[0].name)]
        if not alike:
            planned.new.append((wanted.title, found[0]))
        elif not any(_same(one, found[0], files, folder) for one in alike):
            planned.other.append((alike.pop(0), wanted.title, found[0]))
    return planned


def carry_out(record, planned: Attaching, files: Files, folder: Path, replace: bool) -> None:
    """Add the new files behind those there; with ``replace`` give the others their new content."""
    wanted = attached(record)
    if replace:
        for present, title, found in planned.other:
            wanted = [
                _attachment(title or present.title, found, files, folder) if one == present else one
                for one in wanted
            ]
    wanted += [_attachment(title, found, files, folder) for title, found in planned.new]
    arrange(record, wanted)


def _attachment(title: str, found: Found, files: Files, folder: Path) -> Attachment:
    file = NamedBlobFile(data=b"", filename=found.name)
    # A scan may be large: the database takes the copy over as a file, it is never held in memory.
    file._blob.consumeFile(str(files.copy(found, folder)))
    return Attachment(title=title or found.name, file=file)


def _same(present: Attachment, found: Found, files: Files, folder: Path) -> bool:
    if present.file.getSize() != found.size:
        return False
    copy = files.copy(found, folder)
    try:
        with present.file.open() as old, copy.open("rb") as new:
            return _digest(old) == _digest(new)
    finally:
        copy.unlink()


def _digest(stream: BinaryIO) -> bytes:
    return hashlib.file_digest(stream, "sha256").digest()


def _plain(name: str) -> str:
    return nfc(name).casefold()


def _not_one(entry: Entry, name: str, found: list[Found]) -> Problem:
    if not found:
        return entry.row.problem(
            f"không tìm thấy tệp {quote(name)}. Văn bản vẫn được nhập, chưa có tệp này.",
            f"the file {quote(name)} was not found. The document is filed without it.",
            "files",
            severity="warning",
        )
    places = ", ".join(quote(one.place) for one in found[:3])
    return entry.row.problem(
        f"có {len(found)} tệp giống tên {quote(name)} ({places}…). Hãy ghi kèm thư mục. Văn bản "
        "vẫn được nhập, chưa có tệp này.",
        f"{len(found)} files are called like {quote(name)} ({places}…). Name its folder too. The "
        "document is filed without it.",
        "files",
        severity="warning",
    )
