"""The day an item was published is the day visitors first saw it.

Plone's menu, its contents screen and plone.restapi stamp a publication date on *any* transition,
the author's "submit" included, and code that publishes stamps none.
"""

from DateTime import DateTime
from eduportal.editorial.chain import EDITORIAL
from plone.dexterity.interfaces import IDexterityContent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component import adapter

PUBLISHED = "published"
# A stamp is made in the same request as its transition; a large folder's may take a while.
STAMPED_WITHIN = 60 / 86400


@adapter(IDexterityContent, IAfterTransitionEvent)
def date_the_publication(content: IDexterityContent, event: IAfterTransitionEvent) -> None:
    """Now, at the first publication, unless somebody has chosen another date."""
    if event.workflow.getId() != EDITORIAL or event.new_state.getId() != PUBLISHED:
        return
    history = content.workflow_history[EDITORIAL]
    if content.effective_date is not None and _kept(content.effective_date, history):
        return
    content.setEffectiveDate(DateTime())
    content.reindexObject(idxs=["effective", "effectiveRange", "Date"])


def _kept(date: DateTime, history) -> bool:
    """A second publication keeps the first one's date, and a date that was chosen is kept."""
    if any(entry["review_state"] == PUBLISHED for entry in history[:-1]):
        return True
    return all(abs(entry["time"] - date) > STAMPED_WITHIN for entry in history)
