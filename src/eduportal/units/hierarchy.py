"""Parents: they exist, they form no circle, they are of a kind that has members."""

from collections.abc import Iterator
from collections.abc import Mapping
from eduportal.mandate import kinds
from eduportal.mandate import tiers
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.units.fields import code_of
from eduportal.units.model import Unit
from eduportal.units.tables import table


def check_parents(rows: list[Row], existing: Mapping[str, Unit]) -> Iterator[tuple[Row, Problem]]:
    """Parents that are missing, unknown, in a circle or unusual."""
    codes = {unit.id: unit.tier for unit in existing.values()}
    codes |= {row["id"]: code_of(row["tier"]) or "" for row in rows}
    parents = {unit.id: unit.parent for unit in existing.values()}
    parents |= {row["id"]: row["parent"] for row in rows}
    for row in rows:
        problem = _problem(row, codes, parents)
        if problem:
            yield row, problem


def _problem(row: Row, codes: Mapping[str, str], parents: Mapping[str, str]) -> Problem | None:
    """The first thing wrong with the row's parent; without a code little can be said."""
    code, parent = code_of(row["tier"]), row["parent"]
    tier = kinds()[code].tier if code else ""
    if parent and tier in table("hierarchy")["top"]:
        return _top_has_parent(row, code)
    if circle := _circle(row["id"], parents):
        return _in_circle(row, circle)
    if parent and parent not in codes:
        return _unknown_parent(row)
    if parent and code and codes[parent] and not _usual(code, codes[parent]):
        return _unusual(row, code, codes[parent])
    if not parent and tier in table("hierarchy")["needs_parent"]:
        return _no_parent(row, code)
    return None


def orphans(
    rows: list[Row], bad: set[int], existing: Mapping[str, Unit]
) -> Iterator[tuple[Row, Problem]]:
    """Rows whose parent is a row that cannot be used, down to the last grandchild.

    ``bad`` holds positions in ``rows``. A parent that exists already is there all the same.
    """
    good = {row["id"]: row for place, row in enumerate(rows) if place not in bad}
    for row in good.values():
        above = row
        while above["parent"] in good and above["parent"] not in existing:
            above = good[above["parent"]]
        if above["parent"] and above["parent"] not in existing:
            yield row, _parent_left_out(row)


def parents_first(units: list[Unit]) -> list[Unit]:
    """The same units, none before its parent, otherwise in their order."""
    waiting = {unit.id: unit for unit in units}
    ordered: list[Unit] = []
    for unit in units:
        line = []
        above = waiting.pop(unit.id, None)
        while above is not None:
            line.append(above)
            above = waiting.pop(above.parent, None)
        ordered += reversed(line)
    return ordered


def _circle(start: str, parents: Mapping[str, str]) -> list[str]:
    """The circle that ``start`` is a member of, from itself on; empty if there is none."""
    path = {start: None}  # a dict keeps the order and finds quickly
    above = parents.get(start, "")
    while above and above not in path:
        path[above] = None
        above = parents.get(above, "")
    return list(path) if start and above == start else []


def _usual(code: str, parent_code: str) -> bool:
    usual = table("hierarchy")["usual_parent"]
    allowed = usual.get(code, usual.get(kinds()[code].tier, []))
    return kinds()[parent_code].tier in allowed


def _usual_titles(code: str, language: str) -> str:
    usual = table("hierarchy")["usual_parent"]
    allowed = usual.get(code, usual.get(kinds()[code].tier, []))
    return ", ".join(getattr(tiers()[tier], f"title_{language}") for tier in allowed)


def _top_has_parent(row: Row, code: str) -> Problem:
    kind = kinds()[code]
    return row.problem(
        f"{kind.title_vi} không có đơn vị cấp trên; hãy để trống ô này.",
        f"{kind.title_en} has no parent; leave this cell empty.",
        "parent",
    )


def _in_circle(row: Row, circle: list[str]) -> Problem:
    shown = " → ".join([*circle, circle[0]])
    return row.problem(
        f"các đơn vị là cấp trên của nhau theo vòng: {shown}. Hãy sửa cấp trên của một đơn vị.",
        f"the units are one another's parents in a circle: {shown}. Change the parent of one.",
        "parent",
    )


def _unknown_parent(row: Row) -> Problem:
    return row.problem(
        f"không có đơn vị cấp trên {quote(row['parent'])} trong tệp hay trên hệ thống. "
        "Cột này ghi mã (id) của đơn vị cấp trên.",
        f"there is no parent {quote(row['parent'])} in the file or in the system. "
        "This column holds the id of the parent.",
        "parent",
    )


def _no_parent(row: Row, code: str) -> Problem:
    kind = kinds()[code]
    return row.problem(
        f"{kind.title_vi} cần đơn vị cấp trên. Ghi mã (id) của đơn vị đó.",
        f"{kind.title_en} needs a parent. Write the id of that unit.",
        "parent",
    )


def _unusual(row: Row, code: str, parent_code: str) -> Problem:
    kind, parent = kinds()[code], kinds()[parent_code]
    return row.problem(
        f"{kind.title_vi} thường trực thuộc {_usual_titles(code, 'vi')}; "
        f"{quote(row['parent'])} là {parent.title_vi}.",
        f"{kind.title_en} usually belongs to: {_usual_titles(code, 'en')}; "
        f"{quote(row['parent'])} is: {parent.title_en}.",
        "parent",
        severity="warning",
    )


def _parent_left_out(row: Row) -> Problem:
    return row.problem(
        f"đơn vị cấp trên {quote(row['parent'])} có lỗi nên chưa tạo được; "
        "hãy sửa dòng của đơn vị đó trước.",
        f"the parent {quote(row['parent'])} has errors and cannot be made; mend its row first.",
        "parent",
    )
