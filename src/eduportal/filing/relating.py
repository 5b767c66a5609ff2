"""The second pass of an import: relations among the rows of a file and the portal's records."""

from collections import defaultdict
from dataclasses import dataclass
from dataclasses import field
from eduportal.content_types.official_document import numbers
from eduportal.filing.entries import Entry
from eduportal.filing.known import documents_called
from eduportal.filing.known import named
from eduportal.filing.report import Kept
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import quote
from eduportal.vietnamese import fold
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


@dataclass
class Relating:
    """Relations to be stored, by token, as paths of records; what the portal keeps; findings."""

    values: dict[str, list[str]] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Rows:
    """The rows of the file by what others may call them: a preview has no records of them yet."""

    def __init__(self, entries: list[Entry]) -> None:
        self._by_name: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if not entry.bad:
                number, title = entry.fields.get("number"), entry.fields["title"]
                self._by_name[fold(title)].append(entry)
                if number:
                    self._by_name[numbers.key(number)].append(entry)

    def called(self, text: str) -> list[Entry]:
        number, on = named(text)
        rows = self._by_name.get(numbers.key(number)) or self._by_name.get(fold(text)) or []
        return [entry for entry in rows if on is None or entry.fields.get("issued_on") == on]


def relate(entry: Entry, record, rows: Rows, update: bool, dry_run: bool) -> Relating:
    """Find the documents that a row names; one is enough to say that its file has it too."""
    relating = Relating()
    for token, names in entry.relations.items():
        found, before = [], len(relating.problems)
        for name in names:
            brains = documents_called(name)
            if len(brains) == 1:
                found.append(brains[0].getPath())
            elif brains or not (dry_run and rows.called(name)):
                relating.problems.append(_not_one(entry, token, name, len(brains)))
            else:
                found.append(f"row {rows.called(name)[0].row.number}")
        present = [one.to_path for one in getattr(record, token, None) or () if not one.isBroken()]
        if not found or found == present:
            continue
        if not present or (update and len(relating.problems) == before):
            relating.values[token] = found
        elif set(found) - set(present) or update:
            relating.kept.append(Kept(token, _numbers(record, token), entry.row[token]))
    return relating


def store(record, portal, values: dict[str, list[str]]) -> None:
    """Write the relations; whoever calls this tells that the record was modified."""
    ids = getUtility(IIntIds)
    for token, paths in values.items():
        targets = [portal.unrestrictedTraverse(path) for path in paths]
        setattr(record, token, [RelationValue(ids.getId(target)) for target in targets])


def _numbers(record, token: str) -> str:
    others = [one.to_object for one in getattr(record, token) if not one.isBroken()]
    return "; ".join(other.number or other.title for other in others)


def _not_one(entry: Entry, token: str, name: str, count: int) -> Problem:
    if not count:
        return entry.row.problem(
            f"không tìm thấy văn bản {quote(name)} trong tệp này và trên cổng; quan hệ này chưa "
            "được ghi.",
            f"no document {quote(name)} in this file or on the portal; the relation is left out.",
            token,
            severity="warning",
        )
    return entry.row.problem(
        f"có {count} văn bản số {quote(name)}; hãy ghi thêm ngày, ví dụ 12/QĐ-UBND ngày "
        "05/09/2019. Quan hệ này chưa được ghi.",
        f"{count} documents are called {quote(name)}; add the date, for example 12/QĐ-UBND ngày "
        "05/09/2019. The relation is left out.",
        token,
        severity="warning",
    )
