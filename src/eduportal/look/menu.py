"""Order and choice of the main menu: of the sections themselves, in both languages.

There is no second list beside the tree: site map, REST and Plone's own screens say the same.
"""

from dataclasses import dataclass
from eduportal.content_types.section.guard import rules_of
from eduportal.sections import LANGUAGES
from eduportal.sections import english
from plone.app.multilingual.interfaces import ITranslationManager


@dataclass(frozen=True)
class Item:
    """A section of the first level; ``english`` tells of its twin, None where it has none.

    ``rules`` names what demands it, ``""`` for a unit's own one. Left out of the menu it is still
    demanded: nothing is refused, so the administrator has to be told.
    """

    id: str
    title: str
    shown: bool
    english: bool | None
    rules: str = ""


def items(portal) -> list[Item]:
    """The Vietnamese sections of the first level, in their order."""
    return [_item(section) for section in _sections(portal[LANGUAGES[0]])]


def move(portal, section_id: str, by: int) -> bool:
    """Move a section by so many places among its neighbours; whether it could be moved."""
    root = portal[LANGUAGES[0]]
    ids = [section.getId() for section in _sections(root)]
    if section_id not in ids:
        return False
    here = ids.index(section_id)
    there = here + by
    if not 0 <= there < len(ids):
        return False
    ids.insert(there, ids.pop(here))
    _order(root, ids)
    twins = [_twin(root[one]) for one in ids]
    _order(portal["en"], [twin.getId() for twin in twins if _is_in(twin, portal["en"])])
    return True


def show(portal, section_id: str, shown: bool) -> bool:
    """Put a section into the menu or leave it out; whether there is such a section.

    An English section put back stands there as soon as it has something to read in English.
    """
    root = portal[LANGUAGES[0]]
    if section_id not in [section.getId() for section in _sections(root)]:
        return False
    section = root[section_id]
    section.exclude_from_nav = not shown
    section.reindexObject(idxs=["exclude_from_nav"])
    twin = _twin(section)
    if _is_in(twin, portal["en"]):
        if shown:
            english.follow_contents(twin)
        else:
            twin.exclude_from_nav = True
            twin.reindexObject(idxs=["exclude_from_nav"])
    return True


def _sections(root) -> list:
    return [one for one in root.objectValues() if one.portal_type == "Section"]


def _item(section) -> Item:
    twin = _twin(section)
    return Item(
        id=section.getId(),
        title=section.title,
        shown=not section.exclude_from_nav,
        english=None if twin is None else not twin.exclude_from_nav,
        rules=rules_of(section),
    )


def _twin(section):
    return ITranslationManager(section).get_translation("en")


def _is_in(twin, root) -> bool:
    return twin is not None and twin.getId() in root


def _order(root, ids: list[str]) -> None:
    """Put these children into this order, on the places they have now among the others."""
    places = sorted(root.getObjectPosition(one) for one in ids)
    moved = [one for one, place in zip(ids, places, strict=True) if _moved(root, one, place)]
    for one in moved:
        # the position is no index of its own, but whoever keeps a list waits for the catalogue
        root[one].reindexObject(idxs=["getObjPositionInParent"])


def _moved(root, one: str, place: int) -> bool:
    if root.getObjectPosition(one) == place:
        return False
    root.moveObjectToPosition(one, place, suppress_events=True)
    return True
