"""Portals grouped under the body they belong to, by kind; in both languages at once.

There is no site here and so no language: the page carries Vietnamese and English side by side.
"""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from dataclasses import field
from eduportal.face.bodies import setting
from eduportal.mandate import Kind
from eduportal.mandate import kinds
from functools import cached_property
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser import BrowserView


@dataclass
class PortalEntry:
    """One open portal."""

    id: str
    name: str
    name_en: str
    url: str
    parent: str
    kind: Kind | None
    members: list["PortalEntry"] = field(default_factory=list)

    @property
    def by_kind(self) -> list[tuple[Kind | None, list["PortalEntry"]]]:
        """The members grouped by kind, in the mandate's order of kinds."""
        order = list(kinds())
        groups: dict[str, list[PortalEntry]] = {}
        for member in self.members:
            groups.setdefault(member.kind.code if member.kind else "", []).append(member)
        codes = sorted(groups, key=lambda code: order.index(code) if code else len(order))
        return [(groups[code][0].kind, groups[code]) for code in codes]


class Overview(BrowserView):
    """What anybody sees at ``/``; managers also get the way to provisioning."""

    @cached_property
    def can_manage(self) -> bool:
        return bool(getSecurityManager().checkPermission("Manage portal", self.context))

    @cached_property
    def tops(self) -> list[PortalEntry]:
        """Portals that have no parent here, with those below them."""
        entries = {site.getId(): _entry(site) for site in self._open_portals()}
        tops = []
        for entry in entries.values():
            above = entries.get(entry.parent)
            (tops if above is None or above is entry else above.members).append(entry)
        return tops

    def _open_portals(self) -> list:
        sites = [site for site in self.context.objectValues() if IPloneSiteRoot.providedBy(site)]
        return [site for site in sites if setting(site, "closed_on") is None]


def _entry(site) -> PortalEntry:
    name = setting(site, "name") or site.title
    return PortalEntry(
        id=site.getId(),
        name=name,
        name_en=setting(site, "name_en") or name,
        url=site.absolute_url(),
        parent=setting(site, "parent") or "",
        kind=kinds().get(setting(site, "tier") or ""),
    )
