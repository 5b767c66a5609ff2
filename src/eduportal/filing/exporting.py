"""The register as a workbook that an import reads back, with its files in a folder.

The order depends on the documents alone, not on when they were filed, so that an export of what an
import made is the same again.
"""

from collections.abc import Iterator
from datetime import date
from eduportal.attachments.behavior import attached
from eduportal.content_types.official_document import numbers
from eduportal.content_types.official_document import rules
from eduportal.filing import lists
from eduportal.filing.columns import Column
from eduportal.filing.columns import columns
from eduportal.filing.comparing import shown
from eduportal.filing.known import TYPE
from eduportal.filing.lists import Named
from eduportal.filing.places import Places
from eduportal.filing.states import WORDS
from eduportal.filing.workbook import workbook
from eduportal.vietnamese import fold
from eduportal.vietnamese import slug
from pathlib import Path
from plone import api
from typing import Any
from zoneinfo import ZoneInfo
import re
import shutil

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LONGEST_FOLDER = 60
UNFIT = re.compile(r"[\x00-\x1f/\\]")


def export(portal) -> bytes:
    """An ``.xlsx`` of all documents that whoever is signed in may see."""
    return workbook(_cells(record, folder) for record, folder in _records(portal))


def export_files(portal, to: Path) -> int:
    """Write the documents' files below ``to``, where the export's cells say; how many."""
    count = 0
    for record, folder in _records(portal):
        for one, name in _files(record, folder):
            path = to / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with one.file.open() as source, path.open("wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
            count += 1
    return count


def _records(portal) -> Iterator[tuple[Any, str]]:
    """Each document with the folder of its files; the cache is kept small on the way."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.searchResults(portal_type=TYPE, show_inactive=True)
    used: dict[str, int] = {}
    for number, brain in enumerate(sorted(brains, key=_place), start=1):
        record = brain.getObject()
        folder = slug(record.number or record.title)[:LONGEST_FOLDER].strip("-") or "van-ban"
        used[folder] = used.get(folder, 0) + 1
        yield record, folder if used[folder] == 1 else f"{folder}-{used[folder]}"
        if number % 500 == 0:
            portal._p_jar.cacheGC()


def _place(brain) -> tuple:
    day = brain.edu_issued_on
    issuer, title = fold(brain.edu_issuer or ""), brain.Title
    return day or date.min, numbers.order(brain.edu_number, day), issuer, fold(title), title


def _cells(record, folder: str) -> list[Any]:
    return [_cell(record, folder, column) for column in columns()]


def _cell(record, folder: str, column: Column) -> str | date | None:
    match column.value:
        case "date":
            return getattr(record, column.field)
        case "documents":
            others = [one.to_object for one in getattr(record, column.field) or ()]
            return lists.join(_name(other) for other in others if _seen(other))
        case "files":
            return lists.join_named(
                Named(name, "" if one.title == _filename(one) else one.title)
                for one, name in _files(record, folder)
            )
        case "section":
            return Places(api.portal.get()).name_of(record.aq_parent)
        case "state":
            state = api.content.get_state(record)
            return WORDS.get(state, WORDS["draft"])[0]
        case "day":
            if api.content.get_state(record) not in ("published", "scheduled"):
                return None
            day = record.effective_date
            return day and day.toZone("UTC").asdatetime().astimezone(ZONE).date()
    return shown(column.field, getattr(record, column.field))


def _seen(other) -> bool:
    """A relation to a document that this person may not see would tell of it."""
    return other is not None and api.user.has_permission("View", obj=other)


def _name(other) -> str:
    """What a cell of a relation finds a document by: its number, dated where others share it."""
    if not numbers.is_numbered(other.number):
        return other.title
    catalog = api.portal.get_tool("portal_catalog")
    alike = catalog.searchResults(portal_type=TYPE, edu_number=numbers.key(other.number))
    if len(alike) > 1 and other.issued_on:
        return f"{other.number} ngày {rules.shown(other.issued_on)}"
    return other.number


def _files(record, folder: str) -> list[tuple[Any, str]]:
    """Attachments with their places; two of one name in a record get folders of their own."""
    seen: dict[str, int] = {}
    placed = []
    for one in attached(record):
        name = UNFIT.sub("_", _filename(one))
        key = fold(name)
        seen[key] = seen.get(key, 0) + 1
        below = folder if seen[key] == 1 else f"{folder}/{seen[key]}"
        placed.append((one, f"{below}/{name}"))
    return placed


def _filename(one) -> str:
    return one.file.filename or one.id
