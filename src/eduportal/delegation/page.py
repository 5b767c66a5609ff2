"""``@@delegation``: who writes where, in words, and the form that entrusts sections."""

from eduportal import _
from eduportal.delegation import giving
from eduportal.vietnamese import fold
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile

LEVELS = {
    "write": _("writes and submits"),
    "edit": _("writes, and changes other people's texts"),
}
EVERYWHERE = {
    "chief-editors": _("Approves and writes in every section (chief editor)."),
    "editors": _("Writes, and changes other people's texts, in every section (editor)."),
    "contributors": _("Writes and submits in every section (contributor)."),
    "administrators": _("Administers the portal."),
}


class Delegation(BrowserView):
    """First whom, then what: persons are ticked on one page, their sections on the next."""

    page_heading = _("Who writes in which sections")

    people_page = ViewPageTemplateFile("people.pt")
    sections_page = ViewPageTemplateFile("sections.pt")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if "save" in self.request.form or "take" in self.request.form:
            return self._save()
        if self.chosen:
            return self.sections_page()
        if "choose" in self.request.form:
            api.portal.show_message(_("Tick at least one person first."), self.request, "warning")
        return self.people_page()

    @cached_property
    def portal(self):
        return api.portal.get()

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@delegation"

    @cached_property
    def entrusted(self) -> dict[str, dict[str, str]]:
        return giving.entrusted(self.portal)

    @cached_property
    def sections(self) -> dict:
        return giving.sections(self.portal)

    @cached_property
    def chosen(self) -> list[dict]:
        """The persons ticked, of those that there are."""
        return [one for one in self.people if one["id"] in _several(self.request, "person")]

    @cached_property
    def people(self) -> list[dict]:
        """Everybody with an account, those who hold sections first: ``id``, ``name``, ``says``."""
        users = api.portal.get_tool("acl_users")
        ids = {info["userid"] for info in users.searchUsers()} | self.entrusted.keys()
        groups = {name: set(self._members(name)) for name in EVERYWHERE}
        found = [self._person(one, groups) for one in ids if not self._is_group(one)]
        return sorted(found, key=lambda one: (not one["sections"], by_name(one["name"])))

    def rows(self) -> list[dict]:
        """Sections as the form shows them: ``path``, ``title``, ``depth``, ``write``, ``edit``.

        Ticked where all the chosen persons have it.
        """
        had = [self.entrusted.get(one["id"], {}) for one in self.chosen]
        return [
            {
                "path": path,
                "title": section.Title(),
                "depth": path.count("/") - 2,
                "write": all(path in one for one in had),
                "edit": all(one.get(path) == "edit" for one in had),
            }
            for path, section in self.sections.items()
        ]

    def _person(self, person: str, groups: dict[str, set]) -> dict:
        member = api.user.get(userid=person)
        name = (member and member.getProperty("fullname")) or giving.login_of(person)
        own = self.entrusted.get(person, {})
        return {
            "id": person,
            "login": giving.login_of(person),
            "name": name,
            "everywhere": [EVERYWHERE[one] for one in EVERYWHERE if person in groups[one]],
            "sections": [
                {"title": self.sections[path].Title(), "may": LEVELS[level]}
                for path, level in own.items()
            ],
        }

    def _save(self) -> str:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        persons = [one["id"] for one in self.chosen]
        wanted = {}
        if "save" in self.request.form:
            wanted = dict.fromkeys(_several(self.request, "write"), "write")
            wanted |= dict.fromkeys(_several(self.request, "edit"), "edit")
        only = "save" in self.request.form and "only" in self.request.form
        changed = giving.entrust(self.portal, persons, wanted, only)
        api.portal.show_message(
            _(
                "delegation_saved",
                default="Saved. Persons whose sections changed: ${count}.",
                mapping={"count": len(changed)},
            ),
            self.request,
        )
        self.request.response.redirect(self.url)
        return ""

    def _members(self, group: str) -> list[str]:
        found = api.portal.get_tool("portal_groups").getGroupById(group)
        return [] if found is None else found.getGroupMemberIds()

    def _is_group(self, principal: str) -> bool:
        return api.portal.get_tool("portal_groups").getGroupById(principal) is not None


def by_name(name: str) -> tuple[str, str]:
    """The order of Vietnamese names: given name first, then the rest."""
    rest, _space, given = fold(name).rpartition(" ")
    return given, rest


def _several(request, name: str) -> list[str]:
    value = request.form.get(name, ())
    return [value] if isinstance(value, str) else list(value)
