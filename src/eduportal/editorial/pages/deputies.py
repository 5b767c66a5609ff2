"""``@@deputies``: who approves in whose place, and from when to when."""

from datetime import date
from eduportal import _
from eduportal.editorial.deputies import naming
from eduportal.editorial.deputies.naming import DeputyRefused
from eduportal.editorial.deputies.plugin import Deputy
from eduportal.editorial.deputies.plugin import today
from eduportal.editorial.groups import GROUPS
from eduportal.editorial.reviewers import chiefs
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zExceptions import Unauthorized

STATES = {
    "now": _("deputy_now", default="Approves today"),
    "later": _("deputy_later", default="Not yet"),
    "over": _("deputy_over", default="Over"),
}


class DeputiesPage(BrowserView):
    """The list and the form; works without a script."""

    page_heading = _("Deputies of the chief editor")

    problem = ""

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if not naming.may_name():
            raise Unauthorized("deputies")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            try:
                self._act()
            except DeputyRefused as refused:
                self.problem = refused.message
                self.request.response.setStatus(400)
            else:
                return self.request.response.redirect(f"{self.context.absolute_url()}/@@deputies")
        return self.index()

    def _act(self) -> None:
        form = self.request.form
        if "name" in form:
            person, chief = form.get("person", ""), form.get("chief", "")
            naming.name_deputy(Deputy(person, chief, _day(form, "first"), _day(form, "last")))
            api.portal.show_message(_("The deputy was named."), self.request)
        elif "end" in form:
            key = form["end"]
            for deputy in naming.all_deputies():
                if _key(deputy) == key:
                    naming.end(deputy)
                    api.portal.show_message(_("The deputy approves no longer."), self.request)
                    break

    @property
    def rows(self) -> list[dict]:
        day = today()
        return [
            {
                "key": _key(deputy),
                "person": _name(deputy.person),
                "chief": _name(deputy.chief),
                "first": deputy.first.strftime("%d/%m/%Y"),
                "last": deputy.last.strftime("%d/%m/%Y"),
                "state": STATES[naming.state_of(deputy, day)],
                "open": deputy.last >= day,
            }
            for deputy in naming.all_deputies()
        ]

    @property
    def chiefs(self) -> list[tuple[str, str]]:
        return _named(chiefs())

    @property
    def people(self) -> list[tuple[str, str]]:
        """Who may be chosen: the members of the board's groups that are no chiefs."""
        tool = api.portal.get_tool("portal_groups")
        groups = [group for group in map(tool.getGroupById, GROUPS) if group is not None]
        found = {person for group in groups for person in group.getGroupMemberIds()}
        return _named(found - set(chiefs()))

    def posted(self, name: str) -> str:
        """What was chosen before; the chief who is signed in, and today, to begin with."""
        begin = {"chief": api.user.get_current().getId(), "first": today().isoformat()}
        return self.request.form.get(name, begin.get(name, ""))


def _day(form, name: str) -> date:
    try:
        return date.fromisoformat(form.get(name, ""))
    except ValueError:
        raise DeputyRefused(_("Enter the first and the last day as 2026-12-31.")) from None


def _key(deputy: Deputy) -> str:
    return f"{deputy.person} {deputy.first.isoformat()}"


def _name(person: str) -> str:
    member = api.user.get(userid=person)
    fullname = member.getProperty("fullname") if member is not None else ""
    return fullname or person


def _named(people) -> list[tuple[str, str]]:
    return sorted(((person, _name(person)) for person in people), key=lambda pair: pair[1])
