"""The sections of menu and site map: one catalogue query, kept until something changes."""

from dataclasses import dataclass
from dataclasses import field
from plone import api
from plone.memoize import ram
from plone.memoize.volatile import DontCache

UNSAVED = b"\0" * 8


@dataclass
class Branch:
    """A section in the menu; ``path`` is relative to the portal, so that any host may show it."""

    title: str
    path: str
    section_id: str = ""
    children: list["Branch"] = field(default_factory=list)


def _key(_function, portal, language: str) -> tuple:
    """Visitors of a portal share one tree until anything in its catalogue changes.

    The serial of the catalogue's counter and not its value: a value reached in an aborted
    transaction comes again with other contents.
    """
    counter = api.portal.get_tool("portal_catalog")._counter
    if counter is None or not api.user.is_anonymous():
        raise DontCache
    counter()  # a ghost has no serial
    if counter._p_changed or counter._p_serial == UNSAVED:
        raise DontCache
    return portal.getPhysicalPath(), language, counter._p_serial


@ram.cache(_key)
def branches(portal, language: str) -> list[Branch]:
    """The language root's sections as a tree, without those kept out of navigation.

    English sections without English content are kept out by ``eduportal.sections.english``.
    """
    base = "/".join(portal.getPhysicalPath())
    brains = api.portal.get_tool("portal_catalog").searchResults(
        portal_type="Section",
        path=f"{base}/{language}",
        sort_on="getObjPositionInParent",
    )
    found = {
        brain.getPath(): Branch(brain.Title, brain.getPath()[len(base) :], brain.edu_section or "")
        for brain in brains
        if not brain.exclude_from_nav
    }
    top = []
    for path, branch in found.items():
        parent = path.rpartition("/")[0]
        if parent == f"{base}/{language}":
            top.append(branch)
        elif parent in found:
            found[parent].children.append(branch)
    return top
