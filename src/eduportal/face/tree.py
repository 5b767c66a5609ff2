"""The sections of menu and site map: one catalogue query, kept until something changes."""

from dataclasses import dataclass
from dataclasses import field
from eduportal.content_types.section.ordering import positions
from eduportal.face.kept import kept
from eduportal.face.learned import tell
from plone import api


@dataclass
class Branch:
    """A section in the menu; ``path`` is relative to the portal, so that any host may show it."""

    title: str
    path: str
    section_id: str = ""
    children: list["Branch"] = field(default_factory=list)


def branches(portal, language: str) -> list[Branch]:
    """The language root's sections as a tree, without those kept out of navigation.

    English sections without English content are kept out by ``eduportal.sections.english``.
    """
    found = _tree(portal, language)
    tell(sections_now, language, answer=found)
    return found


def sections_now(language: str) -> list[Branch]:
    """What a kept piece asks again that has shown some of the tree."""
    return _tree(api.portal.get(), language)


def _tree(portal, language: str) -> list[Branch]:
    """Made once for all visitors and until the catalogue changes."""
    return kept(portal, "sections", language, lambda: _made(portal, language))


def _made(portal, language: str) -> list[Branch]:
    base = "/".join(portal.getPhysicalPath())
    brains = api.portal.get_tool("portal_catalog").searchResults(
        portal_type="Section",
        path=f"{base}/{language}",
        # for visitors it is so anyway, and takes a look at the root's permissions to find out
        **({"show_inactive": False} if api.user.is_anonymous() else {}),
    )
    found = {
        brain.getPath(): Branch(brain.Title, brain.getPath()[len(base) :], brain.edu_section or "")
        for brain in brains
        if not brain.exclude_from_nav
    }
    below: dict[str, list[Branch]] = {}
    for path, branch in found.items():
        below.setdefault(path.rpartition("/")[0], []).append(branch)
    for parent, children in below.items():
        if parent in found:
            found[parent].children.extend(_in_order(portal, children))
    return _in_order(portal, below.get(f"{base}/{language}", []))


def _in_order(portal, children: list[Branch]) -> list[Branch]:
    """As their folder has them. The catalogue would sort them too, looking at each by itself."""
    if len(children) < 2:
        return children
    folder = portal
    for name in children[0].path.split("/")[1:-1]:
        folder = folder._getOb(name)
    places = positions(folder)
    return sorted(children, key=lambda one: places.get(one.path.rpartition("/")[2], len(places)))
