"""The dates of an item: when visitors first saw it, when they will, when they no longer do.

In Plone a date hides nothing: what is published answers at its address whatever its date, and
Plone's menu, its contents screen and plone.restapi stamp a publication date on *any* transition,
the author's "submit" included, while code that publishes stamps none. Here the state hides
(``scheduled`` withholds the item), the clock makes the step, and the dates say no more than that.
"""

from Acquisition import aq_base
from DateTime import DateTime
from datetime import datetime
from eduportal import _
from eduportal.editorial.chain import EDITORIAL
from eduportal.editorial.refused import StepRefused
from OFS.interfaces import IObjectClonedEvent
from plone.dexterity.interfaces import IDexterityContent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import adapter
from zope.i18nmessageid import Message

PUBLISHED = "published"
SCHEDULED = "scheduled"
# A stamp is made in the same request as its transition; a large folder's may take a while.
STAMPED_WITHIN = 60 / 86400
DATES = ["effective", "expires", "effectiveRange", "Date"]


def state_of(content) -> str:
    """The editorial state of an item, "" for what the editorial workflow does not govern.

    ``aq_base``: a file inside an item would otherwise answer with its item's.
    """
    entries = getattr(aq_base(content), "workflow_history", {}).get(EDITORIAL)
    return entries[-1]["review_state"] if entries else ""


@adapter(IDexterityContent, IBeforeTransitionEvent)
def check_the_dates(content: IDexterityContent, event: IBeforeTransitionEvent) -> None:
    """Before publishing and scheduling: raise ``StepRefused`` where a date is against it."""
    if event.workflow.getId() != EDITORIAL or event.transition is None:
        return
    wanted, now = event.new_state.getId(), DateTime()
    if wanted not in (PUBLISHED, SCHEDULED):
        return
    effective, expires = content.effective_date, content.expiration_date
    later = effective is not None and effective > now
    if wanted == SCHEDULED and not later:
        raise StepRefused(NO_HOUR)
    # From "scheduled" a person publishes at once what was to wait: that is what "now" means.
    if wanted == PUBLISHED and later and event.old_state.getId() != SCHEDULED:
        raise StepRefused(NOT_YET)
    if expires is not None and expires <= (effective if wanted == SCHEDULED else now):
        raise StepRefused(OVER_ALREADY)


@adapter(IDexterityContent, IAfterTransitionEvent)
def date_the_publication(content: IDexterityContent, event: IAfterTransitionEvent) -> None:
    """Now, at the first publication, unless somebody has chosen another date."""
    if event.workflow.getId() != EDITORIAL or event.new_state.getId() != PUBLISHED:
        return
    history, now = content.workflow_history[EDITORIAL], DateTime()
    date = content.effective_date
    kept = event.old_state.getId() == SCHEDULED or (date is not None and _kept(date, history))
    if kept and date is not None and date <= now:
        return
    content.setEffectiveDate(now)
    content.reindexObject(idxs=DATES)


@adapter(IDexterityContent, IObjectClonedEvent)
def forget_the_dates(content: IDexterityContent, event: IObjectClonedEvent) -> None:
    """A copy is a new text: when its original came and goes is not its own."""
    if content.effective_date is None and content.expiration_date is None:
        return
    content.effective_date = None
    content.expiration_date = None
    content.reindexObject(idxs=DATES)


def refused_date(content, effective: datetime | DateTime | None) -> Message | None:
    """Why an item in its present state may not get this date of publication."""
    state = state_of(content)
    if state == SCHEDULED and effective is None:
        return NO_HOUR
    if state == PUBLISHED and effective is not None and _moment(effective) > DateTime():
        return PUBLISHED_ALREADY
    return None


def _moment(date: datetime | DateTime) -> DateTime:
    """A date without a zone, as forms give it, is meant in the server's: so Plone stores it."""
    if isinstance(date, DateTime):
        return date
    if date.tzinfo is not None:
        return DateTime(date)
    return DateTime(date.year, date.month, date.day, date.hour, date.minute)


def _kept(date: DateTime, history) -> bool:
    """A second publication keeps the first one's date, and a date that was chosen is kept."""
    if any(entry["review_state"] == PUBLISHED for entry in history[:-1]):
        return True
    return all(abs(entry["time"] - date) > STAMPED_WITHIN for entry in history)


NO_HOUR = _(
    "step_schedule_no_hour",
    default="To schedule an item, give a date and an hour of publication in the future.",
)
NOT_YET = _(
    "step_publish_later",
    default=(
        "Its date of publication lies in the future: schedule the item, or clear that date to "
        "publish it at once."
    ),
)
OVER_ALREADY = _(
    "step_publish_expired",
    default="Its display would be over at once: change or clear the date on which it ends.",
)
PUBLISHED_ALREADY = _(
    "refused_future_publication",
    default=(
        "The item is published already, and a date in the future would not hide it. Take it down "
        "and schedule it instead."
    ),
)
