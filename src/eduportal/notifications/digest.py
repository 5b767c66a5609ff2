"""Once a week, to who has something to do: what waits, what came back, what is overdue."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from eduportal import duties
from eduportal import editorial
from eduportal.mail.links import link
from eduportal.mail.outbox import enqueue
from eduportal.mail.text import one_line
from eduportal.notifications import digest_letter
from eduportal.notifications import people
from eduportal.notifications import store
from eduportal.notifications.letters import EXAMINE
from eduportal.notifications.letters import WAITS
from eduportal.notifications.notes import Note
from eduportal.notifications.notes import Portal
from eduportal.units import closing
from functools import partial
from plone import api
from transaction.interfaces import TransientError
from zoneinfo import ZoneInfo
import transaction

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WISHED = (people.EACH, people.WEEKLY)


@dataclass
class Report:
    """Letters queued; people whose letter met a conflict and waits for the next run."""

    letters: int = 0
    postponed: int = 0


def send_digests(
    portal, now: datetime | None = None, commit: Callable = transaction.commit
) -> Report:
    """Queue this week's letters of the portal at hand; run again in the same week it sends nothing.

    A letter is queued in the transaction that notes it, so that a run that was killed is taken up
    by the next one and nobody is told twice. Who has nothing to do gets no letter.
    """
    week = "{}-W{:02}".format(*(now or datetime.now(ZONE)).astimezone(ZONE).isocalendar())
    report = Report()
    sent_from = people.origin(portal)
    if sent_from is None or closing.successor() is not None:
        return report
    _try(lambda: store.purge(portal, week), commit, report)
    for userid, work in sorted(_work(portal, sent_from).items()):
        report.letters += _try(
            partial(_serve, portal, sent_from, userid, work, week), commit, report
        )
    return report


def _try(step: Callable[[], int], commit: Callable, report: Report) -> int:
    """One step in a transaction of its own; what somebody else changes meanwhile has to wait."""
    try:
        count = step()
        commit()
    except TransientError:
        transaction.abort()
        report.postponed += 1
        return 0
    return count


def _serve(portal, sent_from: Portal, userid: str, work, week: str) -> int:
    """How many letters were queued."""
    if store.week_told(portal, userid) >= week:
        return 0
    person = people.person(userid, WISHED)
    if person is None:
        return 0
    message = digest_letter.of_week(sent_from, person, *work)
    enqueue(sent_from.from_.addr_spec, [person.address], message.as_bytes())
    store.note(portal, userid, week)
    return 1


def _work(portal, sent_from: Portal) -> dict[str, tuple[list[Note], list[duties.Due]]]:
    """By member id: the items that wait for them or came back, and the sections that are due."""
    found: dict[str, tuple[list[Note], list[duties.Due]]] = defaultdict(lambda: ([], []))
    catalog = api.portal.get_tool("portal_catalog")
    reviewers = editorial.reviewers()
    examiners = set(people.examiners()) - set(reviewers) if people.second_look() else ()
    for brain in catalog.unrestrictedSearchResults(review_state="submitted", sort_on="modified"):
        for userid in reviewers:
            found[userid][0].append(_note(portal, brain, WAITS))
        for userid in set(examiners) - set(brain.listCreators or ()):
            found[userid][0].append(_note(portal, brain, EXAMINE))
    for brain in catalog.unrestrictedSearchResults(review_state="returned", sort_on="modified"):
        for userid in brain.listCreators or ():
            found[userid][0].append(_note(portal, brain, "return"))
    for due in duties.due(portal):
        # what nobody looks after is the chief editors' to give to somebody
        for userid in people.owners_of(due.owner):
            found[userid][1].append(due)
    return found


def _note(portal, brain, news: str) -> Note:
    url = link(portal, brain.getPath())
    return Note(news, one_line(brain.Title, 500), url if news == "return" else f"{url}/@@review")
