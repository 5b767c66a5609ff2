"""What was published when, as it happened: a register's dates are typed and may lie years back."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta
from eduportal.alerts import store
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.units.settings import current_unit
from plone import api
from plone.uuid.interfaces import IUUID
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component import adapter

PUBLISHED = "published"
KEPT = timedelta(days=90)
AT_A_TIME = 50


@adapter(IOfficialDocument, IAfterTransitionEvent)
def note(document: IOfficialDocument, event: IAfterTransitionEvent) -> None:
    """Published, for the first time or again: write down when."""
    done = event.transition is not None and event.new_state.getId() == PUBLISHED
    if not done or current_unit() is None:
        return
    published = store.trees(api.portal.get(), create=True)["published"]
    now = datetime.now(UTC)
    number = number_of(now)
    while number in published:
        number += 1
    published[number] = IUUID(document)
    for old in list(published.keys(max=number_of(now - KEPT)))[:AT_A_TIME]:
        del published[old]


def number_of(moment: datetime) -> int:
    """A moment as microseconds since 1970."""
    return int(moment.timestamp() * 1_000_000)


def since(portal, first: int, last: int) -> list[tuple[int, str]]:
    """Number and UID of what was published after ``first`` and up to ``last``, oldest first."""
    published = store.trees(portal)["published"]
    return list(published.items(min=first, max=last, excludemin=True))
