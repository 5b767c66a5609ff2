"""When and where something takes place, in the words of the page's language.

Plone's own says "from" and "to" and names a zone; every portal of the kit is in Viet Nam.
"""

from datetime import datetime
from eduportal.face.dates import ZONE
from eduportal.face.dates import in_words
from eduportal.face.place import Place
from plone.app.event.browser.event_summary import EventSummaryView
from plone.event.interfaces import IEventAccessor
from urllib.parse import urlsplit


class EventParticulars(Place, EventSummaryView):
    """``excludes`` names parts to leave out, as Plone's listings set it."""

    @property
    def when(self) -> str:
        return period(self.data, self.language)

    @property
    def dates(self) -> list[dict[str, str]]:
        """The next times of what recurs; empty for what takes place once."""
        if not self.has_occurrences:
            return []
        return [
            {"url": one.absolute_url(), "when": period(IEventAccessor(one), self.language)}
            for one in self.next_occurrences
        ]

    @property
    def website(self) -> str:
        """Addresses of the web alone."""
        url = self.data.event_url or ""
        return url if urlsplit(url).scheme in ("http", "https") else ""


def period(data, language: str) -> str:
    """``Thứ Năm, ngày 19 tháng 11 năm 2026, 14:00 – 16:00``; without hours for whole days."""
    start, end = _moment(data.start), _moment(data.end)
    first, last = in_words(start.date(), language), in_words(end.date(), language)
    if data.whole_day:
        return first if data.open_end or first == last else f"{first} – {last}"
    begin = f"{first}, {start:%H:%M}"
    if data.open_end or start == end:
        return begin
    return f"{begin} – {end:%H:%M}" if first == last else f"{begin} – {last}, {end:%H:%M}"


def _moment(moment: datetime) -> datetime:
    return moment.astimezone(ZONE)
