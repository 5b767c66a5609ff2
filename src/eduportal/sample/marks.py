"""How a sample is known, wherever an editor has moved it."""

from OFS.interfaces import IObjectClonedEvent
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import Interface
from zope.interface import alsoProvides
from zope.interface import noLongerProvides

# On a portal: the keys that were ever loaded, so that one an editor deleted stays away.
LOADED = "eduportal.sample.loaded"


class ISample(Interface):
    """Marks what ``load`` made."""


def mark(content) -> None:
    alsoProvides(content, ISample)


def samples() -> list:
    """Every sample of the portal at hand, the outermost first."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(object_provides=ISample.__identifier__)
    return [brain._unrestrictedGetObject() for brain in sorted(brains, key=lambda b: b.getPath())]


def loaded(portal) -> set[str]:
    return set(IAnnotations(portal).get(LOADED, ()))


def remember(portal, keys: set[str]) -> None:
    IAnnotations(portal)[LOADED] = tuple(sorted(keys))


@adapter(ISample, IObjectClonedEvent)
def a_copy_is_no_sample(sample, event: IObjectClonedEvent) -> None:
    """What an editor makes out of a sample is the editor's own."""
    noLongerProvides(sample, ISample)
    sample.reindexObject(idxs=["object_provides"])
