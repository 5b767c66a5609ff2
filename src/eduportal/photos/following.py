"""A picture that a text shows goes on line with the text, and comes down with it.

The editor's upload lays pictures loose beside the text, where each would wait for an approval of
its own: the chief editor approves what she sees, and she sees the text with its pictures.
"""

from collections.abc import Iterator
from DateTime import DateTime
from eduportal.editorial import PUBLISHED
from eduportal.editorial import state_of
from plone import api
from plone.app.linkintegrity.utils import getIncomingLinks
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.interfaces import IDexterityContent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
import re

SHOWN = re.compile(r"<img\b[^>]*?\bresolveuid/([0-9a-f]{32})", re.IGNORECASE)
NOT_YET = ("draft", "submitted", "returned")
WITHDRAWN = "withdrawn"


@adapter(IDexterityContent, IAfterTransitionEvent)
def go_with_the_text(content: IDexterityContent, event: IAfterTransitionEvent) -> None:
    """Published, its pictures are public too; taken down, those that no public text shows go."""
    old, new = event.old_state.getId(), event.new_state.getId()
    if new == PUBLISHED:
        _publish(content)
    elif old == PUBLISHED:
        for picture in _shown(content, (PUBLISHED,)):
            if not _shown_elsewhere(picture, content):
                _put(picture, WITHDRAWN)


@adapter(IDexterityContent, IObjectModifiedEvent)
def go_with_a_public_text(content: IDexterityContent, event: IObjectModifiedEvent) -> None:
    """Whoever may change what is public has approved the picture that is put in."""
    if content.portal_type != "Image" and state_of(content) == PUBLISHED:
        _publish(content)


def _publish(content) -> None:
    for picture in _shown(content, (*NOT_YET, WITHDRAWN)):
        _put(picture, PUBLISHED)


def _shown(content, states: tuple[str, ...]) -> Iterator:
    """The images in the texts of ``content`` that have one of these states of their own."""
    texts = [
        value.raw or "" for value in vars(content).values() if IRichTextValue.providedBy(value)
    ]
    uids = sorted({uid for text in texts for uid in SHOWN.findall(text)})
    if not uids:
        return
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(UID=uids, portal_type="Image"):
        picture = brain._unrestrictedGetObject()
        if state_of(picture) in states:
            yield picture


def _shown_elsewhere(picture, content) -> bool:
    showing = (link.from_object for link in getIncomingLinks(picture))
    return any(item != content and state_of(item) == PUBLISHED for item in showing if item)


def _put(picture, state: str) -> None:
    """Without a step of its own: no rule is asked, and nobody gets a mail for each picture."""
    tool = api.portal.get_tool("portal_workflow")
    workflow = tool.getWorkflowsFor(picture)[0]
    now = DateTime()
    status = {
        "review_state": state,
        "action": None,
        "actor": api.user.get_current().getId(),
        "time": now,
        "comments": "",
    }
    tool.setStatusOf(workflow.id, picture, status)
    workflow.updateRoleMappingsFor(picture)
    if state == PUBLISHED and not picture.effective_date:
        picture.setEffectiveDate(now)
    picture.reindexObject(idxs=["review_state", "effective", "effectiveRange"])
    picture.reindexObjectSecurity()
