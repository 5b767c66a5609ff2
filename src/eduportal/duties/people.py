"""Whom a section may be given to: a member or a group, by a label that a person can type."""

from functools import cached_property
from plone import api

HIDDEN = ("AuthenticatedUsers",)


class People:
    """Labels such as "Nguyễn Thị Lan (lan)" and "Biên tập viên (editors)"."""

    @cached_property
    def labels(self) -> dict[str, str]:
        """Label by id, members first, both in the order of their names."""
        users = api.portal.get_tool("acl_users")
        members = {one["userid"]: one.get("title") or one["login"] for one in users.searchUsers()}
        groups = {
            group.getId(): group.getGroupTitleOrName()
            for group in api.group.get_groups()
            if group.getId() not in HIDDEN
        }
        found: dict[str, str] = {}
        for some in (members, groups):
            for one, name in sorted(some.items(), key=lambda pair: pair[1].lower()):
                found[one] = f"{name} ({one})" if name != one else one
        return found

    def label(self, principal: str) -> str:
        """An id without an account any more is shown as it is."""
        return self.labels.get(principal, principal)

    def find(self, text: str) -> str | None:
        """The id behind a label, an id, or a name that only one has."""
        wanted = text.casefold()
        exact = [
            one
            for one, label in self.labels.items()
            if wanted in (label.casefold(), one.casefold())
        ]
        named = exact or [
            one
            for one, label in self.labels.items()
            if label.rpartition(" (")[0].casefold() == wanted
        ]
        return named[0] if len(named) == 1 else None
