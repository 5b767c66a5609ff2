"""Names in cells matched with the portal's lists: without marks, by abbreviation."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from difflib import get_close_matches
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Row
from eduportal.spreadsheets import quote
from eduportal.terms import Term
from eduportal.terms import find
from eduportal.vietnamese import fold

NEAR = 3


@dataclass
class Lists:
    """What a portal knows: its lists, and the names that its records use already."""

    kinds: tuple[Term, ...] = ()
    issuers: tuple[Term, ...] = ()
    areas: tuple[str, ...] = ()
    used_issuers: Iterable[str] = ()
    used_areas: Iterable[str] = ()
    _issuers: dict[str, str] = field(init=False)
    _areas: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self._issuers = {_plain(name): name for name in self.used_issuers}
        for term in self.issuers:
            names = (*term.names, term.abbreviation) if term.abbreviation else term.names
            self._issuers |= {_plain(name): term.vi for name in names}
        self._areas = {_plain(name): name for name in (*self.used_areas, *self.areas)}

    def kind(self, row: Row) -> tuple[str | None, Problem | None]:
        """The token of a kind; an error that names near ones where there is none."""
        text = row["kind"]
        term = find(self.kinds, text) or self._abbreviated(text)
        if term is not None:
            return term.token, None
        near = self._near(text, (term.vi for term in self.kinds))
        listed = ", ".join(quote(name) for name in near)
        hint_vi = f" Gần giống: {listed}." if near else ""
        hint_en = f" Similar: {listed}." if near else ""
        return None, row.problem(
            f"{quote(text)} không có trong danh mục hình thức văn bản.{hint_vi} Cần tên hoặc chữ "
            "viết tắt trong danh mục.",
            f"{quote(text)} is no listed form of document.{hint_en} Expected a listed name or "
            "its abbreviation.",
            "kind",
        )

    def issuer(self, row: Row) -> tuple[str, Problem | None]:
        """The listed or used name; another is taken as it stands, with one warning."""
        text = " ".join(row["issuer"].split())
        known = self._issuers.get(_plain(text))
        if known is not None:
            return known, None
        self._issuers[_plain(text)] = text
        # Only listed names are proposed: one in use may stand on a record not for this person.
        near = self._near(text, (term.vi for term in self.issuers))
        hint_vi = f" Có phải là {quote(near[0])} không?" if near else ""
        hint_en = f" Is it {quote(near[0])}?" if near else ""
        return text, row.problem(
            f"{quote(text)} chưa có trong danh mục cơ quan ban hành; được nhận như tên mới."
            f"{hint_vi}",
            f"{quote(text)} is no listed issuing authority; it is taken as a new name.{hint_en}",
            "issuer",
            severity="warning",
        )

    def subject_areas(
        self, row: Row, names: Iterable[str]
    ) -> tuple[tuple[str, ...], list[Problem]]:
        """Listed or used names; others are taken as they stand, with one warning each."""
        taken, problems = [], []
        for name in names:
            if _plain(name) not in self._areas:
                problems.append(_new_area(row, name))
            taken.append(self._areas.setdefault(_plain(name), name))
        return tuple(dict.fromkeys(taken)), problems

    def _abbreviated(self, text: str) -> Term | None:
        """``TTr`` is a submission and ``TT`` a circular: what is typed decides, then capitals.

        Of kinds with one abbreviation (Quyết định, and the normative one) the first is the usual.
        """
        for same in (str, str.casefold, fold):
            found = [t for t in self.kinds if t.abbreviation and same(t.abbreviation) == same(text)]
            if len({term.abbreviation for term in found}) == 1:
                return found[0]
        return None

    @staticmethod
    def _near(text: str, names: Iterable[str]) -> list[str]:
        by_fold = {_plain(name): name for name in names}
        return [by_fold[one] for one in get_close_matches(_plain(text), by_fold, NEAR, 0.7)]


def _plain(name: str) -> str:
    return " ".join(fold(name).replace("&", " va ").split())


def _new_area(row: Row, name: str) -> Problem:
    return row.problem(
        f"{quote(name)} chưa có trong danh mục lĩnh vực; được nhận như tên mới.",
        f"{quote(name)} is no listed subject area; it is taken as a new name.",
        "areas",
        severity="warning",
    )
