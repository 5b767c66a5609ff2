"""``@@cases``: the officers' queue; ``@@cases/<number>`` is one case."""

from AccessControl import Unauthorized
from datetime import UTC
from datetime import datetime
from eduportal import _
from eduportal import cases
from eduportal.casework import people
from eduportal.casework.asking import NOBODY
from eduportal.casework.asking import SORTS
from eduportal.casework.asking import Asked
from eduportal.casework.bulk import Decision
from eduportal.casework.case_page import CasePage
from eduportal.casework.export import workbook
from eduportal.casework.lists import WORKLISTS
from eduportal.casework.lists import counts
from eduportal.casework.rows import Line
from eduportal.casework.words import STEPS
from eduportal.face.place import Place
from functools import cached_property
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound

PAGE = 50


@implementer(IPublishTraverse)
class Queue(Place, BrowserView):
    """Words of a search stand in the body of a POST: names belong in no address and no log."""

    page_heading = _("Cases")

    lists = WORKLISTS
    nobody = NOBODY
    decision: Decision | None = None

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.below: list[str] = []

    def publishTraverse(self, request, name: str) -> "Queue":
        self.below.append(name)
        return self

    def __call__(self):
        if not people.handles_cases():
            raise Unauthorized
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("Referrer-Policy", "same-origin")
        if self.below == ["export"]:
            self._check_post()
            return workbook(self)
        if self.below:
            return CasePage(self)()
        if self.asked_step:
            self._check_post()
            self.decision = Decision(self)
            self.decision.carry_out()
        return self.index()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@cases"

    @cached_property
    def login(self) -> str:
        return people.login()

    @cached_property
    def services(self) -> frozenset[str]:
        """UIDs of the services whose cases this officer sees."""
        return cases.services_of()

    @cached_property
    def asked(self) -> Asked:
        return Asked.of(self.request.form, in_body=self.request.method == "POST")

    @property
    def asked_step(self) -> str:
        step = self.request.form.get("step", "")
        return step if isinstance(step, str) else ""

    @cached_property
    def counts(self) -> dict[str, int]:
        rows = cases.rows(self.portal, services=self.services)
        return counts(rows, self.login, cases.today())

    @cached_property
    def rows(self) -> list[cases.Row]:
        return self.asked.rows(self.portal, self.services, self.login)

    @property
    def start(self) -> int:
        """Where the page begins: a list that got shorter has fewer pages."""
        last = max(0, len(self.rows) - 1) // PAGE * PAGE
        return min(self.asked.start // PAGE * PAGE, last)

    @cached_property
    def lines(self) -> list[Line]:
        shown = self.rows[self.start : self.start + PAGE]
        logins = {row.assignee for row in shown if row.assignee}
        names = {login: people.name_of(login) for login in logins}
        return [self.line(row, names.get(row.assignee, "")) for row in shown]

    def line(self, row: cases.Row, assignee: str = "") -> Line:
        address = f"{self.url}/{row.number}?{self.asked.query}"
        return Line(row, address, self.service_titles.get(row.service_uid, ""), assignee)

    @property
    def pages(self) -> list[dict]:
        """The neighbouring pages, the first and the last; ``start`` of each."""
        last = max(0, len(self.rows) - 1) // PAGE
        here = self.start // PAGE
        near = {0, last, *range(max(0, here - 2), min(last, here + 2) + 1)}
        return [
            {"number": page + 1, "start": page * PAGE, "here": page == here}
            for page in sorted(near)
        ]

    @property
    def state_titles(self) -> dict:
        return cases.STATES

    @property
    def sorts(self) -> dict:
        return {name: title for name, (title, _key) in SORTS.items()}

    @cached_property
    def service_titles(self) -> dict[str, str]:
        """Of the services that this officer handles, by UID, in order of their names."""
        titles = {uid: cases.facts(self.portal, uid).title for uid in self.services}
        return dict(sorted(titles.items(), key=lambda one: one[1]))

    @cached_property
    def officers(self) -> list[tuple[str, str]]:
        return people.officers(self.services)

    @property
    def steps(self) -> dict:
        """What can be done with many cases at once."""
        return {name: STEPS[name] for name in Decision.STEPS if name in STEPS}

    @property
    def now(self) -> str:
        """Stands in the form: what changes later was not seen by whoever decides."""
        return datetime.now(UTC).isoformat()

    @property
    def problem(self):
        return self.decision and self.decision.problem

    def kept(self, name: str) -> str:
        """What was typed into a form that could not be used."""
        value = self.request.form.get(name, "") if self.problem else ""
        return value if isinstance(value, str) else ""

    def ticked(self, number: int) -> bool:
        return self.problem is not None and str(number) in self.decision.numbers

    def case(self, number: str) -> cases.Case:
        """For who may see it; for everybody else there is no such case."""
        found = cases.by_number(self.portal, number)
        if found is None or not cases.may_see(found):
            raise NotFound(self.context, number, self.request)
        return found

    def _check_post(self) -> None:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
