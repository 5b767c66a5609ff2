"""Names of neighbouring portals, read from their settings; no catalogue of theirs is woken."""

from eduportal.face.place import name_in
from eduportal.units.settings import PREFIX
from plone.base.interfaces import IPloneSiteRoot


def setting(site, name: str):
    """One ``eduportal.unit.*`` record of a portal that is not the one at hand."""
    record = site.portal_registry.records.get(f"{PREFIX}.{name}")
    return record.value if record is not None else None


def name_of(site, language: str) -> str:
    """The unit's name in a language; the site's title where no unit has been set."""
    return name_in(language, setting(site, "name") or site.title, setting(site, "name_en") or "")


def parent_name(portal, parent: str, language: str) -> str:
    """The name of the parent body where its portal stands in the same instance, else ``""``."""
    neighbour = portal.aq_parent.get(parent) if parent else None
    return name_of(neighbour, language) if IPloneSiteRoot.providedBy(neighbour) else ""
