"""``@@visit-report``: one month of a portal by day and by section, for editors."""

from collections.abc import Mapping
from datetime import datetime
from eduportal import _
from eduportal.face.place import Place
from eduportal.visits import store
from eduportal.visits.chart import Bar
from eduportal.visits.chart import chart
from eduportal.visits.counting import ZONE
from eduportal.visits.counting import Tally
from eduportal.visits.figures import shown
from eduportal.visits.portal import figures
from eduportal.visits.portal import monthly
from eduportal.visits.portal import months
from eduportal.visits.shown import definition_list
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from typing import NamedTuple

NOTHING = (0, 0)


class Line(NamedTuple):
    """A day or a section: what it is called, its visits and its page views."""

    name: str
    visits: int
    views: int


class VisitReport(Place, BrowserView):
    """The month asked for, else the present one."""

    page_heading = _("Visit report")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @cached_property
    def months(self) -> list[str]:
        return sorted({*months(self.portal), self._present}, reverse=True)

    @cached_property
    def month(self) -> str:
        asked = str(self.request.form.get("month", ""))
        return asked if asked in self.months else self._present

    @property
    def choices(self) -> list[dict[str, str | bool]]:
        return [
            {"id": one, "title": month_title(one), "chosen": one == self.month}
            for one in self.months
        ]

    @property
    def title(self) -> str:
        return month_title(self.month)

    @cached_property
    def days(self) -> list[Line]:
        """In their order; one line for the whole month where no more is kept."""
        return [
            _line(day_title(day), of.get("", NOTHING)) for day, of in sorted(self._found.items())
        ]

    @cached_property
    def sections(self) -> list[Line]:
        """The most visited first."""
        found = [
            _line(self._titles.get(section, section), tally)
            for section, tally in self._sums.items()
            if section
        ]
        return sorted(found, key=lambda line: (-line.visits, -line.views, line.name))

    @property
    def sum(self) -> Line:
        return _line("", self._sums.get("", NOTHING))

    @property
    def now(self) -> str:
        return definition_list(figures(self.portal), self.language, self.request)

    @property
    def chart(self) -> str:
        """A picture of the days; the table below holds the same numbers."""
        bars = [Bar(name=line.name, short=line.name[:2], value=line.visits) for line in self.days]
        title = _("visits_chart", default="Visits by day, ${month}", mapping={"month": self.title})
        return chart(bars, self.words(title), lambda number: shown(number, self.language))

    def number(self, number: int) -> str:
        return shown(number, self.language)

    def words(self, message) -> str:
        return self.context.translate(message)

    def export_url(self, form: str) -> str:
        base = self.context.absolute_url()
        return f"{base}/@@visit-report-export?month={self.month}&format={form}"

    @cached_property
    def _present(self) -> str:
        return f"{datetime.now(ZONE):%Y-%m}"

    @cached_property
    def _found(self) -> Mapping[str, store.Day]:
        return monthly(self.portal, self.month)

    @cached_property
    def _sums(self) -> dict[str, Tally]:
        return store.summed(self._found)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Titles of the counted sections in the page's language; one query."""
        brains = api.portal.get_tool("portal_catalog").searchResults(
            portal_type="Section",
            edu_section=[section for section in self._sums if section],
            Language=self.language,
        )
        return {brain.edu_section: brain.Title for brain in brains}


def month_title(month: str) -> str:
    """``11/2026``."""
    year, _dash, number = month.partition("-")
    return f"{number}/{year}"


def day_title(day: str) -> str:
    """``21/11/2026``; a month's name where its days are no longer kept apart."""
    parts = day.split("-")
    return "/".join(reversed(parts))


def _line(name: str, tally: Tally) -> Line:
    return Line(name, tally[1], tally[0])
