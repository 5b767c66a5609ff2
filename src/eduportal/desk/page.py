"""``@@desk``: the page after signing in."""

from AccessControl import Unauthorized
from datetime import UTC
from datetime import datetime
from eduportal import _
from eduportal import casework
from eduportal import editorial
from eduportal.desk import bulk
from eduportal.desk import people
from eduportal.desk.deciding import Decision
from eduportal.desk.doors import Door
from eduportal.desk.doors import doors
from eduportal.desk.due import oversees
from eduportal.desk.due import tasks
from eduportal.desk.lists import WORKLISTS
from eduportal.desk.lists import Worklist
from eduportal.desk.rows import Row
from eduportal.desk.rows import rows
from eduportal.face.place import Place
from eduportal.search import number
from functools import cached_property
from plone import api
from plone.batching import Batch
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from urllib.parse import urlencode

PAGE = 20
GLANCE = 5
"""Lines of a list that has nothing to tick, as long as all lists are shown."""

DUE = "due"


class Shown:
    """A list as the page shows it: its title, one page of lines."""

    def __init__(self, worklist: Worklist, found, size: int, start: int) -> None:
        self.worklist = worklist
        self.batch = Batch(found, size, start)

    @property
    def count(self) -> int:
        return self.batch.sequence_length

    @cached_property
    def rows(self) -> list[Row]:
        return rows(self.batch)

    @property
    def more(self) -> bool:
        return self.batch.multiple_pages

    @cached_property
    def steps(self) -> list[str]:
        """What can be done with several lines at once."""
        return bulk.offered(self.rows) if self.worklist.bulk else []


class Desk(Place, BrowserView):
    """All lists at a glance, or one of them (``?list=``) page by page."""

    page_heading = _("My desk")

    decision: Decision | None = None

    def __call__(self) -> str:
        if self.anonymous:
            raise Unauthorized
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            PostOnly(self.request)
            CheckAuthenticator(self.request)
            self._act()
        return self.index()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@desk"

    @property
    def name(self) -> str:
        return people.name_of(api.user.get_current().getId())

    @cached_property
    def works_here(self) -> bool:
        return people.works_here(api.user.get_current().getUser())

    @cached_property
    def cases(self) -> casework.Waiting | None:
        """What waits in the officers' queue; None for who handles no cases."""
        return casework.waiting(self.portal)

    @cached_property
    def is_cashier(self) -> bool:
        return people.is_cashier(self.portal)

    @cached_property
    def has_seasons(self) -> bool:
        """Whether this officer has applicants of an admission season to look after."""
        if not api.user.has_permission("eduportal: Handle cases", obj=self.portal):
            return False
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            portal_type="AdmissionSeason", sort_limit=1
        )
        return bool(found)

    @cached_property
    def doors(self) -> list[Door]:
        return doors(self.language)

    @cached_property
    def chosen(self) -> str:
        asked = str(self.request.form.get("list", ""))
        return asked if asked in {DUE, *(one.id for one in WORKLISTS)} else ""

    @cached_property
    def lists(self) -> list[Shown]:
        """What waits for whom is left out of the desks of those for whom nothing can wait."""
        if self.chosen:
            chosen = [one for one in WORKLISTS if one.id == self.chosen]
            return [Shown(one, self._found(one), PAGE, self._start) for one in chosen]
        return [
            Shown(one, self._found(one), PAGE if one.bulk else GLANCE, 0)
            for one in WORKLISTS
            if one.wanted()
        ]

    @cached_property
    def due(self) -> Batch | None:
        """What the regulations want next; None where another list is looked at."""
        if self.chosen not in ("", DUE):
            return None
        found = tasks()
        if not found and not oversees():
            return None
        return Batch(found, PAGE, self._start) if self.chosen else Batch(found, GLANCE, 0)

    def filters(self, name: str) -> list[tuple[str, str]]:
        """The authors, or the types, that the list at hand has: value and title, by title."""
        values = {getattr(brain, name) for brain in self._waiting}
        return sorted(
            ((value, self._title(name, value)) for value in values), key=lambda one: one[1]
        )

    def asked(self, name: str) -> str:
        return str(self.request.form.get(name, ""))

    @property
    def query(self) -> str:
        """The address of the list with its present filters."""
        kept = {name: self.asked(name) for name in ("Creator", "portal_type") if self.asked(name)}
        return urlencode({"list": self.chosen or "waiting", **kept})

    @property
    def now(self) -> str:
        """Stands in the form: what changes later was not seen by whoever decides."""
        return datetime.now(UTC).isoformat()

    def needs(self, steps: list[str]) -> set[str]:
        return set().union(*(editorial.needs(step) for step in steps))

    def step_title(self, step: str):
        return editorial.STEPS[step]

    def ticked(self, uid: str) -> bool:
        """After a form that could not be used: what was ticked stays ticked."""
        return self.problem is not None and uid in self.decision.uids

    @property
    def problem(self):
        return self.decision and self.decision.problem

    @property
    def report(self) -> bulk.Report | None:
        return self.decision and self.decision.report

    @property
    def _start(self) -> int:
        # the pagination's links convert it themselves: b_start:int=20
        return number({"b_start": str(self.request.form.get("b_start"))}, "b_start")

    def _found(self, worklist: Worklist):
        found = worklist.find()
        if not worklist.bulk:
            return found
        self._waiting = found
        for name in ("Creator", "portal_type"):
            if self.asked(name):
                found = [brain for brain in found if getattr(brain, name) == self.asked(name)]
        return found

    def _title(self, name: str, value: str) -> str:
        if name == "Creator":
            return people.name_of(value)
        title = api.portal.get_tool("portal_types")[value].Title()
        return self.context.translate(title)

    def _act(self) -> None:
        self.chosen = "waiting"
        if self.asked("step") not in bulk.STEPS:
            return
        worklist = next(one for one in WORKLISTS if one.id == self.chosen)
        self.decision = Decision(self.request.form, self._found(worklist))
        self.decision.carry_out()
