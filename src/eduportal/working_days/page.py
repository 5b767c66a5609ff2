"""``@@working-days``: the country's holidays as they are known, and the days that a unit adds."""

from datetime import date
from eduportal import _
from eduportal.face.dates import in_words
from eduportal.face.dates import today
from eduportal.face.place import Place
from eduportal.working_days import national
from eduportal.working_days.settings import is_time
from eduportal.working_days.settings import settings
from eduportal.working_days.typed import KINDS
from eduportal.working_days.typed import LONGEST_REASON
from eduportal.working_days.typed import Row
from eduportal.working_days.typed import day_of
from eduportal.working_days.typed import rows_of
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message

EMPTY_ROWS = 4
ORIGINS = {
    "law": _("Labour Code 2019, Articles 111 and 112"),
    "announced": _("announced for the year"),
    "computed": _("reckoned; compare it with the announcement"),
}
KIND_TITLES = {"closed": _("no work"), "worked": _("a working day")}
WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)


class WorkingDays(Place, BrowserView):
    """All is kept at once; with one mistake nothing is, and everything stays as it was typed."""

    page_heading = _("Working days and holidays")

    index = ViewPageTemplateFile("page.pt")
    longest_reason = LONGEST_REASON

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.errors: list[Message] = []
        self._typed: list[Row] | None = None
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._save()
        return self.index()

    def weekdays(self) -> list[dict]:
        rest = settings(self.portal).rest_days
        if self._typed is not None:
            rest = self._rest_days()
        return [
            {"number": number, "title": title, "checked": "checked" if number in rest else None}
            for number, title in enumerate(WEEKDAYS)
        ]

    @property
    def closes(self) -> str:
        return self.request.form.get("closes") or settings(self.portal).closes

    def rows(self) -> list[dict]:
        """The unit's days in their order, and some empty rows."""
        rows = self._typed if self._typed is not None else self._kept()
        return [
            {
                "number": number,
                "day": row.day,
                "reason": row.reason,
                "error": row.error,
                "kinds": [
                    {
                        "value": kind,
                        "title": KIND_TITLES[kind],
                        "selected": "selected" if kind == row.kind else None,
                    }
                    for kind in KINDS
                ],
            }
            for number, row in enumerate([*rows, *[Row()] * EMPTY_ROWS])
        ]

    def years(self) -> list[dict]:
        """This year and the next, each day with the source of what is said of it."""
        return [self._year(year) for year in (today().year, today().year + 1)]

    def _year(self, year: int) -> dict:
        days = national.holidays(year).values()
        return {
            "year": year,
            "days": [
                {
                    "iso": one.day.isoformat(),
                    "day": in_words(one.day, self.language),
                    "name": one.name_en if self.language == "en" else one.name,
                    "kind": KIND_TITLES["worked" if one.worked else "closed"],
                    "origin": ORIGINS[one.origin],
                    "doubtful": one.origin == "computed",
                }
                for one in days
            ],
        }

    def _kept(self) -> list[Row]:
        own = settings(self.portal)
        days = [(day, "closed", reason) for day, reason in own.closed.items()]
        days += [(day, "worked", reason) for day, reason in own.worked.items()]
        return [Row(day.isoformat(), kind, reason) for day, kind, reason in sorted(days)]

    def _rest_days(self) -> tuple[int, ...]:
        form = self.request.form
        return tuple(number for number in range(len(WEEKDAYS)) if form.get(f"rest-{number}"))

    def _save(self) -> None:
        self._typed = rows = rows_of(self.request.form)
        rest = self._rest_days()
        if len(rest) == len(WEEKDAYS):
            self.errors.append(_("Leave at least one day of the week for work."))
        if not is_time(self.closes):
            self.errors.append(_("Write the end of the working day as hours and minutes: 17:00"))
        if self.errors or any(row.error for row in rows):
            sentence = _("Nothing was kept; see what is marked below.")
            api.portal.show_message(sentence, self.request, type="error")
            return
        own = settings(self.portal)
        for name, value in (
            ("rest_days", rest),
            ("closes", self.closes),
            ("closed", _days(rows, "closed")),
            ("worked", _days(rows, "worked")),
        ):
            if getattr(own, name) != value:
                setattr(own, name, value)
        self._typed = None
        api.portal.show_message(_("Kept."), self.request)


def _days(rows: list[Row], kind: str) -> dict[date, str]:
    return {day_of(row.day): row.reason for row in rows if row.kind == kind}
