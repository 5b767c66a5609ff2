"""The page of procedures: by field with counts, narrowed by field, people, level and words."""

from dataclasses import dataclass
from eduportal import _
from eduportal import search
from eduportal.content_types.procedure.settings import shipped
from eduportal.content_types.procedure.settings import title_of
from eduportal.face.pages.entries import Entry
from eduportal.procedures import official
from eduportal.procedures.beside import beside
from eduportal.procedures.offering import of_parent
from eduportal.procedures.rows import TYPE
from eduportal.procedures.rows import Row
from eduportal.procedures.rows import order
from eduportal.procedures.rows import own
from eduportal.procedures.worded import WordedList
from eduportal.procedures.words import SCHEMES
from eduportal.procedures.words import days_words
from eduportal.procedures.words import level_words
from eduportal.sections import find
from functools import cached_property
from itertools import groupby
from plone import api
from plone.batching import Batch
from urllib.parse import urlencode

PAGE = 60
FILTERS = ("area", "audience", "level")
NAMELESS = "-"
"""Stands in an address for procedures without a field."""


@dataclass(frozen=True)
class Choice:
    """A value to narrow by, with how many procedures it leaves."""

    value: str
    title: str
    count: int
    url: str
    chosen: bool


class ProcedureList(WordedList):
    """Records exist once; both languages list the same ones, then the parent's by reference."""

    @cached_property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def asked(self) -> dict[str, str]:
        """What the visitor asked for; unreadable values count as not asked."""
        form = self.request.form
        asked = {name: search.text(form, name) for name in ("q", *FILTERS)}
        if asked["level"] not in ("", "0", "1", "2", "3", "4"):
            asked["level"] = ""
        if asked["audience"] not in {term.token for term in shipped("audiences")}:
            asked["audience"] = ""
        return asked

    @property
    def narrowed(self) -> bool:
        return any(self.asked.values())

    @cached_property
    def worded(self) -> list[Row]:
        """All procedures that have the words, before any filter."""
        return sorted([*own(self.asked["q"]), *of_parent(self.asked["q"])], key=order)

    @cached_property
    def rows(self) -> list[Row]:
        return [row for row in self.worded if self._fits(row)]

    @cached_property
    def batch(self) -> Batch:
        return Batch(self.rows, PAGE, search.number(self.request.form, "b_start"))

    def groups(self) -> list[dict]:
        """Field by field; the count is that of the whole field, not of this page."""
        counts = {choice.value: choice.count for choice in self.choices("area")}
        return [
            {
                "title": self._area(area),
                "lang": self._lang("areas", area),
                "count": counts.get(area or NAMELESS, 0),
                "rows": [self._shown(row) for row in rows],
            }
            for area, rows in groupby(self.batch, lambda row: row.area)
        ]

    def choices(self, name: str) -> list[Choice]:
        """The values of one filter among what the other filters leave; in the list's order."""
        rows = [row for row in self.worded if self._fits(row, but=name)]
        counted: dict[str, int] = {}
        for row in rows:
            for value in self._values(row, name):
                counted[value] = counted.get(value, 0) + 1
        values = list(counted)
        if name == "audience":
            values = [term.token for term in shipped("audiences") if term.token in counted]
        if name == "level":
            values = sorted(counted, reverse=True)
        return [
            Choice(
                value,
                self._title(name, value),
                counted[value],
                self._address(**{name: value}),
                value == self.asked[name],
            )
            for value in values
        ]

    def filters(self) -> list[dict]:
        """Lists to choose from; one with a single value has nothing to choose."""
        labels = {
            "audience": _("procedure_audiences", default="Who may apply"),
            "level": _("procedure_level_label", default="Level"),
        }
        found = [(name, label, self.choices(name)) for name, label in labels.items()]
        return [
            {"name": name, "label": label, "choices": choices}
            for name, label, choices in found
            if len(choices) > 1 or self.asked[name]
        ]

    @cached_property
    def areas(self) -> list[Choice]:
        """The fields with counts, as links above the list."""
        return self.choices("area")

    def without(self, name: str) -> str:
        return self._address(**{name: ""})

    @cached_property
    def parents(self) -> int:
        """How many of the rows are the parent's."""
        return sum(1 for row in self.rows if row.parent)

    @cached_property
    def share(self) -> official.Share | None:
        """How many of those announced are here; said of the whole list alone."""
        return None if self.narrowed else official.share(self.worded)

    @cached_property
    def pages(self) -> list[Entry]:
        """What else lies in the section: introductions, notices, sub-sections."""
        return [] if self.narrowed else beside(self.context, TYPE, self.language)

    @property
    def empty(self) -> bool:
        return not (self.worded or self.pages or self.narrowed)

    @cached_property
    def table_url(self) -> str:
        """Where editors import and export them; ``""`` for who may not add any."""
        home = find("procedure-list", "vi") or self.context
        allowed = api.user.has_permission("Add portal content", obj=home)
        return f"{home.absolute_url()}/@@procedures-table" if allowed else ""

    def _fits(self, row: Row, but: str = "") -> bool:
        return all(
            self.asked[name] in self._values(row, name)
            for name in FILTERS
            if name != but and self.asked[name]
        )

    def _values(self, row: Row, name: str) -> tuple[str, ...]:
        match name:
            case "area":
                return (row.area or NAMELESS,)
            case "audience":
                return row.audiences
            case _:
                return (str(row.level.number),)

    def _title(self, name: str, value: str):
        match name:
            case "area":
                return self._area(value)
            case "audience":
                return title_of("audiences", value, self.language)
            case _:
                return level_words(int(value))

    def _area(self, value: str):
        if value in ("", NAMELESS):
            return _("Other fields")
        return title_of("areas", value, self.language)

    def _lang(self, name: str, value: str) -> str | None:
        """What is not listed has no English name and says so."""
        english = self.language != "vi" and value and title_of(name, value, "en") == value
        return "vi" if english else None

    def _address(self, **changes: str) -> str:
        parameters = {name: value for name, value in (self.asked | changes).items() if value}
        return f"{self.url}?{urlencode(parameters)}" if parameters else self.url

    def _shown(self, row: Row) -> dict:
        english = self.language == "en"
        here = f"{self.url}/@@procedure/{row.url.rpartition('/')[2]}"
        return {
            "row": row,
            "url": here if english and not row.parent else row.url,
            "title": (row.title_en if english else "") or row.title,
            "lang": None if not english or row.title_en else "vi",
            "parent": (row.parent_en if english else "") or row.parent,
            "parent_lang": None if not english or row.parent_en else "vi",
            "days": days_words(row.days),
            "level": level_words(row.level.number),
            "scheme": SCHEMES[row.level.scheme],
        }
