"""Ids and domains stand for one unit each.

Of rows that claim the same one none is taken: to guess which is meant could give a school's
address to its neighbour. Only rows alike in every cell are one row written twice: the first
stands, the others are warned about.
"""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Mapping
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.units.columns import COLUMNS
from eduportal.units.model import Unit


def repeated(rows: list[Row]) -> Iterator[tuple[Row, Problem]]:
    """Later copies of a row that stands already, each with its warning."""
    first: dict[tuple[str, ...], Row] = {}
    for row in rows:
        standing = first.setdefault(tuple(row[column] for column in COLUMNS), row)
        if standing is not row:
            yield (
                row,
                row.problem(
                    f"lặp lại y nguyên {where(standing, row, 'vi')}; chỉ dùng một dòng.",
                    f"repeats {where(standing, row, 'en')} exactly; it is used once.",
                    severity="warning",
                ),
            )


def same_id(rows: list[Row]) -> Iterator[tuple[Row, Problem]]:
    for row, others in _sharing(rows, "id"):
        yield (
            row,
            row.problem(
                f"mã {quote(row['id'])} trùng với {_all(others, row, 'vi')}. Mỗi đơn vị một mã; "
                "không dòng nào trong số này được dùng.",
                f"the id {quote(row['id'])} is also that of {_all(others, row, 'en')}. "
                "Each unit has an id of its own; none of these rows is used.",
                "id",
            ),
        )


def same_domain(rows: list[Row], existing: Mapping[str, Unit]) -> Iterator[tuple[Row, Problem]]:
    """Domains claimed twice: by two rows, or by a row and a unit that is not in the file."""
    for row, others in _sharing(rows, "domain"):
        yield (
            row,
            row.problem(
                f"tên miền {quote(row['domain'])} trùng với {_all(others, row, 'vi')}. "
                "Mỗi đơn vị một tên miền; không dòng nào trong số này được dùng.",
                f"the domain {quote(row['domain'])} is also that of {_all(others, row, 'en')}. "
                "Each unit has a domain of its own; none of these rows is used.",
                "domain",
            ),
        )
    mentioned = {row["id"] for row in rows}
    owners = {
        unit.domain.lower(): unit
        for unit in existing.values()
        if unit.domain and unit.id not in mentioned
    }
    for row in rows:
        owner = owners.get(row["domain"].lower())
        if owner:
            yield (
                row,
                row.problem(
                    f"tên miền {quote(row['domain'])} đang do đơn vị {owner.id} ({owner.name}) "
                    "sử dụng. Hãy chọn tên miền khác.",
                    f"the domain {quote(row['domain'])} is in use by the unit {owner.id} "
                    f"({owner.name}). Choose another.",
                    "domain",
                ),
            )


def _sharing(rows: list[Row], column: str) -> Iterator[tuple[Row, list[Row]]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row[column]:
            groups[row[column].lower()].append(row)
    for group in groups.values():
        if len(group) > 1:
            for row in group:
                yield row, [other for other in group if other is not row]


def _all(others: list[Row], row: Row, language: str) -> str:
    return ", ".join(where(other, row, language) for other in others)


def where(other: Row, row: Row, language: str) -> str:
    """``dòng 7``, with its sheet where that is another one than the reader is looking at."""
    word, sheet = ("dòng", "trang") if language == "vi" else ("row", "sheet")
    place = f"{word} {other.number}"
    return f'{place} {sheet} "{other.sheet}"' if other.sheet != row.sheet else place
