"""What is on this week."""

from dataclasses import dataclass
from DateTime import DateTime
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from eduportal import _
from eduportal.face.dates import EN_DAYS
from eduportal.face.dates import VI_DAYS
from eduportal.face.dates import ZONE
from eduportal.face.dates import short
from eduportal.face.dates import today
from eduportal.face.pages.entries import entries
from eduportal.home.blocks.listing import Listing
from eduportal.home.contents import newest
from eduportal.home.contents import path_of
from eduportal.home.contents import published
from eduportal.home.options import IHeading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema

MOST = 12


class ICalendarOptions(IHeading):
    """Of which sections."""

    everywhere = schema.Bool(
        title=_("Events of all sections"),
        description=_(
            "Otherwise those of the work calendar alone and, in a week without events, the "
            "calendar that was published last."
        ),
        required=False,
        default=False,
    )


@dataclass(frozen=True)
class Row:
    """``day`` and ``hour`` are words for the reader, ``moment`` the same for machines."""

    title: str
    url: str
    day: str
    hour: str
    moment: str


class WeekCalendar(Listing):
    """Monday to Sunday in Viet Nam; pages turn stale at midnight there."""

    all_told = True
    title = _("Work calendar of the week")
    options = ICalendarOptions
    section_id = "work-calendar"
    more_title = _("All calendars")
    rows: list[Row] = []

    body = ViewPageTemplateFile("calendar.pt")

    def update(self) -> None:
        monday = today() - timedelta(days=today().weekday())
        found = self._everywhere(monday) if self.settings["everywhere"] else self._of_section()
        events = [brain for brain in found if brain.portal_type == "Event"]
        week = [(brain, start) for brain in events if (start := _in_week(brain, monday))]
        week = sorted(week, key=lambda pair: pair[1])[:MOST]
        lines = entries([brain for brain, start in week], self.language)
        self.rows = [self._row(line, start) for line, (_b, start) in zip(lines, week, strict=True)]
        if not self.rows:
            papers = [brain for brain in found if brain.portal_type != "Event"]
            self.lines = entries(papers[:1], self.language)

    @property
    def available(self) -> bool:
        return bool(self.rows or self.lines)

    def _of_section(self) -> list:
        if self.branch is None:
            return []
        return newest(MOST * 4, path=path_of(self, self.branch))

    def _everywhere(self, monday: date):
        """The index of ``start`` knows an event's first day only, recurring ones each of theirs."""
        first = DateTime(datetime.combine(monday, time(), ZONE).isoformat())
        return published(
            portal_type="Event",
            path=self.root_path,
            start={"query": first + 7, "range": "max"},
            end={"query": first, "range": "min"},
            sort_on="start",
        )

    def _row(self, line, start: datetime) -> Row:
        names = EN_DAYS if self.language == "en" else VI_DAYS
        return Row(
            title=line.title,
            url=line.url,
            day=f"{names[start.weekday()]}, {short(start.date())}",
            hour=f"{start:%H:%M}" if start.time() != time() else "",
            moment=start.isoformat(timespec="minutes"),
        )


def _in_week(brain, monday: date) -> datetime | None:
    """When an event begins; one that began before the week is shown on the day it began."""
    if not brain.start or not brain.end:
        return None
    start, end = (_local(moment) for moment in (brain.start, brain.end))
    return start if start.date() < monday + timedelta(days=7) and end.date() >= monday else None


def _local(moment) -> datetime:
    """The catalogue has datetimes with a zone, or Zope's DateTime."""
    if isinstance(moment, DateTime):
        moment = moment.toZone("UTC").asdatetime()
    return moment.astimezone(ZONE)
