"""The language switch: the same page in the other language, or the nearest one that exists."""

from Acquisition import aq_chain
from dataclasses import dataclass
from eduportal.face.kept import kept
from eduportal.face.learned import tell
from plone import api
from plone.app.multilingual.browser.selector import getPostPath
from plone.app.multilingual.interfaces import ITG
from plone.base.interfaces import IPloneSiteRoot

LABELS = {"vi": "Tiếng Việt", "en": "English"}
NOTES = {
    "vi": "Trang này chưa có bản tiếng Việt; liên kết dẫn tới mục gần nhất.",
    "en": "This page is not in English yet; the link leads to the nearest section.",
}
"""Said in the language that the link leads to, whose reader it serves."""


@dataclass(frozen=True)
class Switch:
    """``note`` is empty where the very page exists in the other language."""

    language: str
    label: str
    url: str
    note: str


def other_language(context, request, portal, language: str) -> Switch:
    """Where the switch on this page leads; one catalogue query, and none where it is known."""
    other = "en" if language == "vi" else "vi"
    groups = _groups(context)
    url, exact = kept(
        portal,
        "switch",
        (tuple(groups), other),
        lambda: _translation(groups, portal, other),
        all_told=True,
    )
    if exact and not IPloneSiteRoot.providedBy(context):
        url += getPostPath(context, request)
    return Switch(other, LABELS[other], url, "" if exact else NOTES[other])


def _translation(groups: list[str], portal, other: str) -> tuple[str, bool]:
    """The page in the other language, or what is nearest to it, and whether it is the page."""
    found = _urls(groups, other)
    tell(_urls, groups, other, answer=found)
    return _nearest(groups, found) or (f"{portal.absolute_url()}/{other}", not groups)


def _urls(groups: list[str], other: str) -> dict[str, str]:
    """Where the translations of these groups are that the visitor may see."""
    brains = api.portal.get_tool("portal_catalog").searchResults(
        TranslationGroup=groups, Language=other
    )
    return {brain.TranslationGroup: brain.getURL() for brain in brains}


def _nearest(groups: list[str], found: dict[str, str]) -> tuple[str, bool] | None:
    """The first of the groups that has a translation, and whether it is the page's own."""
    for group in groups:
        if group in found:
            return found[group], group == groups[0]
    return None


def _groups(context) -> list[str]:
    """Translation groups from the page up to its language root."""
    groups = []
    for item in aq_chain(context):
        if IPloneSiteRoot.providedBy(item):
            break
        group = ITG(item, None)
        if group:
            groups.append(group)
    return groups
