"""What the unit has made public this school year, section by section."""

from dataclasses import dataclass
from DateTime import DateTime
from datetime import date
from datetime import datetime
from datetime import time
from eduportal import _
from eduportal.face.dates import ZONE
from eduportal.face.dates import published_on
from eduportal.face.dates import short
from eduportal.face.dates import today
from eduportal.home.blocks.listing import Listing
from eduportal.home.contents import newest
from eduportal.home.contents import path_of
from eduportal.home.contents import url_of
from eduportal.home.options import IHeading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

AUGUST = 8
LOOKED_AT = 300


@dataclass(frozen=True)
class State:
    """``day`` is when the section was last added to this school year, ``""`` if it was not."""

    title: str
    url: str
    day: str


def year_of(day: date) -> int:
    """The year a school year begins in: pupils come back in August."""
    return day.year if day.month >= AUGUST else day.year - 1


class Disclosure(Listing):
    """TT 09/2024/TT-BGDDT: public by 30 June and whenever something changes; one query.

    Says what there is and what is not yet there; hidden while there is nothing at all.
    """

    all_told = True
    title = _("Disclosure")
    options = IHeading
    section_id = "disclosure"
    more_title = _("All disclosures")
    states: list[State] = []

    body = ViewPageTemplateFile("disclosure.pt")

    def update(self) -> None:
        if self.branch is None:
            return
        since = DateTime(datetime.combine(date(self.begun, AUGUST, 1), time(), ZONE).isoformat())
        found = newest(
            LOOKED_AT,
            path=path_of(self, self.branch),
            effective={"query": since, "range": "min"},
        )
        self.states = [self._state(child, found) for child in self.branch.children]

    @property
    def begun(self) -> int:
        return year_of(today())

    @property
    def year(self) -> str:
        """``2026-2027``."""
        return f"{self.begun}-{self.begun + 1}"

    @property
    def available(self) -> bool:
        return any(state.day for state in self.states)

    def _state(self, child, found: list) -> State:
        path = f"{path_of(self, child)}/"
        newest_there = next((brain for brain in found if brain.getPath().startswith(path)), None)
        day = short(published_on(newest_there)) if newest_there is not None else ""
        return State(child.title, url_of(self, child), day)
