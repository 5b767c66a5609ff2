"""What blocks fetch: published content by one query each, sections without any.

Everybody gets what a visitor gets: what is scheduled or over is not shown to editors here either,
whose permission for it would otherwise let it through.
"""

from DateTime import DateTime
from eduportal.announcements import urgent
from eduportal.face.learned import entries_as_kept
from eduportal.face.learned import tell
from eduportal.face.tree import Branch
from eduportal.face.tree import branches
from eduportal.face.tree import sections_now
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest

CONTENT = {"not": ("Section", "Discussion Item")}
"""Whatever lies in a section, also types that come later; files inside an item have no state."""

_AGAIN = "eduportal.home.again"
_SECTIONS = "eduportal.home.sections"
_URGENT = "eduportal.home.urgent"


def newest(limit: int, sort_on: str = "effective", **query) -> list:
    """Catalogue entries of what is public now, the newest first; one query."""
    return published(
        sort_on=sort_on,
        sort_order="descending",
        sort_limit=limit,
        **{"portal_type": CONTENT} | query,
    )


def published(**query) -> list:
    """Catalogue entries of what is public now, ``sort_limit`` of them at most; one query."""
    found = _asked_again().pop(repr(query), None)
    if found is None:
        found = _ask(query)
    tell(_answer, query, answer=entries_as_kept(found))
    return found


def _answer(query: dict) -> tuple:
    """For a kept block that asks again; what it gets is at hand if the block is made anew."""
    found = _asked_again()[repr(query)] = _ask(query)
    return entries_as_kept(found)


def _asked_again() -> dict[str, list]:
    request = getRequest()
    return IAnnotations(request).setdefault(_AGAIN, {}) if request is not None else {}


def _ask(query: dict) -> list:
    found = api.portal.get_tool("portal_catalog").searchResults(
        review_state="published", effectiveRange=DateTime(), show_inactive=False, **query
    )
    return list(found[: query.get("sort_limit")])


def sections(block, language: str = "") -> dict[str, Branch]:
    """The sections of the menu by their id; the menu's own query, made once for the page."""
    language = language or block.language
    cache = IAnnotations(block.request).setdefault(_SECTIONS, {})
    if language not in cache:
        tree = branches(block.portal, language)
        cache[language] = tree, {one.section_id: one for one in _flat(tree) if one.section_id}
    tree, found = cache[language]
    tell(sections_now, language, answer=tree)
    return found


def path_of(block, branch: Branch) -> str:
    return "/".join(block.portal.getPhysicalPath()) + branch.path


def url_of(block, branch: Branch | None) -> str:
    return f"{block.portal.absolute_url()}{branch.path}" if branch is not None else ""


def urgent_now(block) -> list:
    """Urgent notices of the language: one query for the page, none where nothing is urgent."""
    found = _urgent(block.request, block.language, block.root_path)
    tell(_urgent_answer, block.language, block.root_path, answer=entries_as_kept(found))
    return found


def _urgent_answer(language: str, path: str) -> tuple:
    return entries_as_kept(_urgent(getRequest(), language, path))


def _urgent(request, language: str, path: str) -> list:
    cache = IAnnotations(request).setdefault(_URGENT, {})
    if language not in cache:
        index = api.portal.get_tool("portal_catalog")._catalog.getIndex("edu_urgency")
        now = {"effectiveRange": DateTime(), "show_inactive": False}
        cache[language] = urgent(path=path, **now) if len(index) else []
    return cache[language]


def led_by_urgent(block, path: str, brains, limit: int) -> list:
    """At most ``limit`` entries, led by what is urgent below a path; none stands twice."""
    first = [brain for brain in urgent_now(block) if brain.getPath().startswith(f"{path}/")]
    seen = {brain.getRID() for brain in first}
    return [*first, *(brain for brain in brains if brain.getRID() not in seen)][:limit]


def _flat(tree: list[Branch]):
    for branch in tree:
        yield branch
        yield from _flat(branch.children)
