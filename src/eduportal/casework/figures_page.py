"""``@@case-figures``: how the unit deals with applications, month by month, for everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from eduportal import _
from eduportal.casework.counting import tallies
from eduportal.casework.monthly import Line
from eduportal.casework.monthly import Month
from eduportal.casework.monthly import month
from eduportal.casework.small_numbers import LEAST
from eduportal.casework.tallies import Key
from eduportal.casework.tallies import Tally
from eduportal.face.dates import today
from eduportal.face.place import Place
from eduportal.satisfaction import PLEASED
from eduportal.satisfaction import SCALE
from eduportal.search import text
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message

LEFT_OVER = _("Other services, in one sum")


@dataclass(frozen=True)
class Shown:
    """One line of the table: the name of the service, its numbers."""

    title: str | Message
    line: Line
    percent: str
    pleased: str


class CaseFigures(Place, BrowserView):
    """The month asked for, else the present one; small numbers stand in no line of their own."""

    page_heading = _("How applications are dealt with")
    least = LEAST

    @cached_property
    def tallies(self) -> Mapping[Key, Tally]:
        return tallies(self.portal)

    @cached_property
    def months(self) -> list[str]:
        """Newest first; the present one is always among them."""
        known = {when for when, _service in self.tallies}
        return sorted({*known, self._present}, reverse=True)

    @cached_property
    def name(self) -> str:
        asked = text(self.request.form, "month")
        return asked if asked in self.months else self._present

    @property
    def choices(self) -> list[dict]:
        return [{"id": m, "title": _title(m), "chosen": m == self.name} for m in self.months]

    @property
    def title(self) -> str:
        return _title(self.name)

    @property
    def still_runs(self) -> bool:
        return self.name == self._present

    @cached_property
    def month(self) -> Month:
        return month(self.tallies, self.name, frozenset(self._titles))

    @cached_property
    def lines(self) -> list[Shown]:
        """By name; what is told in one sum comes last."""
        found = [self._shown(self._titles[line.service], line) for line in self.month.lines]
        found.sort(key=lambda one: one.title)
        if self.month.rest is not None and self.month.lines:
            found.append(self._shown(LEFT_OVER, self.month.rest))
        return found

    @property
    def total(self) -> Shown | None:
        total = self.month.total
        return total and self._shown(_("All services"), total)

    @property
    def answers(self) -> list[tuple[Message, int, str]]:
        """What was answered after a result: words, number, percent; empty where too few did."""
        total = self.month.total
        if total is None or not total.shows_rating:
            return []
        given = dict(enumerate(total.tally.scores, start=1))
        return [(SCALE[n], given[n], self.percent(given[n], total.tally.rated)) for n in SCALE]

    def percent(self, part: int, whole: int) -> str:
        """``97,5 %`` in Vietnamese, ``97.5%`` in English; a dash of nothing."""
        if not whole:
            return "\N{EN DASH}"
        number = f"{100 * part / whole:.1f}".removesuffix(".0")
        return f"{number}%" if self.language == "en" else f"{number.replace('.', ',')} %"

    def _shown(self, title: str | Message, line: Line) -> Shown:
        tally = line.tally
        pleased = sum(tally.scores[score - 1] for score in PLEASED)
        share = self.percent(pleased, tally.rated) if line.shows_rating else ""
        return Shown(title, line, self.percent(tally.in_time, tally.promised), share)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """Names of the services that this visitor may see: one that is hidden stays unnamed."""
        services = {service for _month, service in self.tallies}
        brains = api.portal.get_tool("portal_catalog").searchResults(UID=sorted(services))
        return {brain.UID: brain.Title for brain in brains}

    @cached_property
    def _present(self) -> str:
        return f"{today():%Y-%m}"


def _title(name: str) -> str:
    """``11/2026``."""
    year, _dash, number = name.partition("-")
    return f"{number}/{year}"
