"""``@@applicants?season=…``: list, results, hour of publication, waiting list, letters."""

from AccessControl import Unauthorized
from eduportal import _
from eduportal import cases
from eduportal.admissions import applicants
from eduportal.admissions import importing
from eduportal.admissions import ledger
from eduportal.admissions import places
from eduportal.admissions import results
from eduportal.admissions import seasons
from eduportal.admissions.layouts import layouts
from eduportal.admissions.posts import Posts
from eduportal.admissions.words import REPLIES
from eduportal.audit import record
from eduportal.cases.words import STATES
from eduportal.face.dates import short
from eduportal.face.dates import today
from eduportal.face.place import Place
from eduportal.search import number
from functools import cached_property
from plone import api
from plone.batching import Batch
from plone.uuid.interfaces import IUUID
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.i18n import translate
from zope.i18nmessageid import Message

PAGE = 50
MOST_SHOWN = 200
"""Rows of a preview; the rest is counted."""


class Officers(Place):
    """The season that is meant, and which of its cases this officer may see."""

    @cached_property
    def season(self):
        """Officers may see seasons that are no longer, or not yet, public."""
        season = seasons.by_uid(str(self.request.form.get("season", "")))
        if season is None:
            raise NotFound("season")
        return season

    @cached_property
    def services(self) -> frozenset[str]:
        return applicants.services_for(self.season)

    @property
    def login(self) -> str:
        return api.user.get_current().getUserName()

    def guard(self) -> None:
        """The permission was asked for the portal; nothing of these pages is ever kept."""
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        if not api.user.has_permission("eduportal: Handle cases", obj=self.portal):
            raise Unauthorized("applicants")

    @property
    def decides(self) -> bool:
        """Whether this officer handles a service of the season; where it has none yet, any does.

        Drafts do not count beside a published one: any contributor may name a season in his.
        """
        every = seasons.services_of_season(self.season, everybody=True)
        services = [one for one in every if api.content.get_state(one) == "published"] or every
        return not services or any(cases.handles(self.portal, IUUID(one)) for one in services)

    def note(self, event: str, **after) -> None:
        """In the journal: which season, how many; never who."""
        record(event, where="/" + "/".join(self.season.getPhysicalPath()[2:]), after=after)


class ApplicantsPage(Posts, Officers, BrowserView):
    """Without ``season`` a list of the seasons."""

    page_heading = _("Applicants and results")

    def __call__(self) -> str:
        self.guard()
        if self.request.method == "POST" and self.chosen:
            if not self.decides:
                raise Unauthorized("applicants")
            self.act()
        return self.index()

    @property
    def chosen(self) -> bool:
        return bool(self.request.form.get("season"))

    def seasons(self) -> list[dict]:
        """The newest school year first: ``title``, ``url``."""
        brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            portal_type="AdmissionSeason", sort_on="created", sort_order="descending"
        )
        return [{"title": brain.Title, "url": self.url_of(brain.UID)} for brain in brains]

    def url_of(self, uid: str) -> str:
        return f"{self.root_url}/@@applicants?season={uid}"

    @property
    def url(self) -> str:
        return self.url_of(IUUID(self.season))

    @property
    def uid(self) -> str:
        return IUUID(self.season)

    # The list

    @cached_property
    def outcome(self) -> str:
        asked = str(self.request.form.get("outcome", ""))
        return asked if asked in (*results.OUTCOMES, applicants.UNDECIDED) else ""

    @property
    def words(self) -> str:
        """Names are posted, so that they stand in no address and no log."""
        if self.request.method != "POST" or "search" not in self.request.form:
            return ""
        return str(self.request.form.get("words", ""))[:100]

    @cached_property
    def batch(self) -> Batch:
        found = applicants.applicants(
            self.portal, self.season, self.services, outcome=self.outcome, words=self.words
        )
        start = number({"b_start": str(self.request.form.get("b_start"))}, "b_start")
        size = MOST_SHOWN if self.words else PAGE
        return Batch(found, size, start)

    def lines(self) -> list[dict]:
        return [self._line(one) for one in applicants.shown(self.portal, list(self.batch))]

    def _line(self, one: applicants.Shown) -> dict:
        line, row = one.applicant.line, one.applicant.row
        return {
            "case": row.number,
            "url": f"{self.portal.absolute_url()}/{self.language}/@@cases/{row.number}",
            "name": one.name,
            "born": short(one.born),
            "number": line.number,
            "state": STATES[row.state],
            "outcome": results.OUTCOMES.get(line.outcome, ""),
            "points": results.points_shown(one.points, self.language),
            "class_name": one.class_name,
            "admitted": line.outcome == results.ADMITTED,
            "reply": line.reply,
            "reply_title": REPLIES[line.reply],
        }

    @property
    def answers(self) -> list[tuple[str, Message]]:
        return list(REPLIES.items())

    @property
    def answer_label(self) -> str:
        return translate(_("Answer of the family of"), target_language=self.language)

    def filters(self) -> list[dict]:
        titles = {
            "": _("All"),
            **results.OUTCOMES,
            applicants.UNDECIDED: _("No result yet"),
        }
        return [
            {"title": title, "url": f"{self.url}&outcome={token}", "now": token == self.outcome}
            for token, title in titles.items()
        ]

    @cached_property
    def counts(self) -> places.Places:
        return places.places(self.season.quota, ledger.lines(self.portal, self.season))

    @property
    def public(self) -> bool:
        return seasons.results_are_public(self.season)

    @property
    def is_published(self) -> bool:
        """The season itself; without that no hour makes its results public."""
        return api.content.get_state(self.season, default="") == "published"

    @property
    def hour(self) -> str:
        """As the browser's field wants it."""
        kept = seasons.in_viet_nam(self.season.results_at)
        return f"{kept:%Y-%m-%dT%H:%M}" if kept else ""

    @property
    def hour_shown(self) -> str:
        kept = seasons.in_viet_nam(self.season.results_at)
        return f"{kept:%H:%M %d/%m/%Y}" if kept else ""

    @property
    def enrol_until(self) -> str:
        return self.season.enrol_until.isoformat() if self.season.enrol_until else ""

    def tables(self) -> list[dict]:
        return [
            {
                "title": layout.title(self.language),
                "url": f"{self.root_url}/@@applicants.xlsx?season={self.uid}&layout={layout.id}",
            }
            for layout in layouts().values()
        ]

    @property
    def letters_url(self) -> str:
        return f"{self.root_url}/@@admission-letters.zip?season={self.uid}"

    # The preview of a table

    def problems(self) -> list[str]:
        return [problem.sentence(self.language) for problem in self.plan.problems]

    def planned(self) -> list[dict]:
        """Rows with something to say first; of the rest as many as fit."""
        order = (importing.ERROR, importing.CHANGED, importing.NEW, importing.SAME)
        rows = sorted(self.plan.rows, key=lambda one: (order.index(one.done), one.row.number))
        return [self._planned(one) for one in rows[:MOST_SHOWN]]

    def _planned(self, one: importing.Planned) -> dict:
        return {
            "row": one.row.number,
            "name": one.name,
            "done": DONE[one.done],
            "is_error": one.done == importing.ERROR,
            "before": importing.noted(one.before, self.language),
            "after": importing.noted(one.after, self.language),
            "sentences": [problem.sentence(self.language) for problem in one.problems],
        }

    @property
    def not_shown(self) -> int:
        return max(0, len(self.plan.rows) - MOST_SHOWN)

    @property
    def today(self) -> str:
        return today().isoformat()


DONE = {
    importing.NEW: _("New result"),
    importing.CHANGED: _("Result changes"),
    importing.SAME: _("Unchanged"),
    importing.ERROR: _("Left out"),
}
