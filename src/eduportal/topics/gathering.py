"""What a topic shows: asked of the catalogue, so nobody finds what he may not see."""

from plone import api

LISTED_ONCE = (
    "AdmissionSeason",
    "FormTemplate",
    "OfficialDocument",
    "Procedure",
    "Resource",
    "Service",
)
"""Records of registers are in Vietnamese and belong on English pages too."""


def picked(topic) -> list:
    """Catalogue entries of the items an editor chose, in the editor's order."""
    uids = [
        api.content.get_uuid(relation.to_object)
        for relation in topic.picked or ()
        if not relation.isBroken()
    ]
    if not uids:
        return []
    found = {brain.UID: brain for brain in _search(UID=uids)}
    return [found[uid] for uid in uids if uid in found]


def gathered(topic) -> list:
    """Entries with one of the topic's keywords that were not chosen anyway, the newest first."""
    if not topic.gathered:
        return []
    apart = {api.content.get_uuid(topic), *(brain.UID for brain in picked(topic))}
    brains = _search(
        Subject=tuple(topic.gathered),
        sort_on="effective",
        sort_order="descending",
    )
    return [
        brain
        for brain in brains
        if brain.UID not in apart
        and (brain.Language == topic.language or brain.portal_type in LISTED_ONCE)
    ]


def _search(**query) -> list:
    return api.portal.get_tool("portal_catalog").searchResults(review_state="published", **query)
