"""The daily run: to each confirmed search what was published since the last one and matches."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import search
from eduportal.alerts import letters
from eduportal.alerts import publications
from eduportal.alerts import searches
from eduportal.alerts import settings
from eduportal.alerts import store
from eduportal.alerts.visitor import as_visitor
from eduportal.mail.letters import sender
from functools import partial
from plone import api
from transaction.interfaces import TransientError
from zoneinfo import ZoneInfo
import transaction

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
SETTLED = timedelta(minutes=15)
"""A publication is noted when it is asked for and seen when its transaction is done: what is newer
than this waits for the next run, or a slow import could slip past the mark."""

LOOKED_AT = timedelta(days=30)
"""What did not fit is looked at again for so long: a kind or an area is often corrected after
publication. And a run that tells nobody anything writes nothing."""


@dataclass
class Report:
    """What a run did in one portal: letters queued, documents in them, searches purged, searches
    that were being changed meanwhile and wait for the next run."""

    letters: int = 0
    documents: int = 0
    purged: int = 0
    postponed: int = 0


def send(portal, now: datetime | None = None, commit: Callable = transaction.commit) -> Report:
    """Queue the letters of the portal at hand; run again on the same day it sends nothing.

    Each letter is queued in the transaction that moves its search's mark, so that a run that was
    killed is taken up by the next one and nobody is told twice.
    """
    now = now or datetime.now(UTC)
    report = Report()
    _try(lambda: store.purge(portal, now), commit, report, "purged")
    if settings.offered() and sender() is not None:
        for one in list(store.trees(portal)["subscriptions"]):
            sent = _try(partial(_serve, portal, one, now), commit, report, "documents")
            report.letters += bool(sent)
    return report


def _try(step: Callable[[], int], commit: Callable, report: Report, counted: str) -> int:
    """One step in a transaction of its own; what somebody else changes meanwhile has to wait."""
    try:
        count = step()
        commit()
    except TransientError:
        transaction.abort()
        report.postponed += 1
        return 0
    setattr(report, counted, getattr(report, counted) + count)
    return count


def _serve(portal, one: str, now: datetime) -> int:
    """How many documents a letter was queued for; 0 where none was."""
    subscription = store.trees(portal)["subscriptions"].get(one)
    today = now.astimezone(ZONE).date()
    if subscription is None or subscription["confirmed"] is None or _is_served(subscription, today):
        return 0
    last = publications.number_of(now - SETTLED)
    new = publications.since(portal, subscription["mark"], last)
    if not new:
        return 0
    brains = _matching(subscription, [uid for _number, uid in new])
    if brains:
        _tell(portal, one, subscription, brains)
        subscription.update(mark=last, sent_on=today)
    elif new[0][0] < publications.number_of(now - LOOKED_AT):
        subscription["mark"] = publications.number_of(now - LOOKED_AT)
    return len(brains)


def _is_served(subscription, today: date) -> bool:
    return subscription["sent_on"] == today


def _matching(subscription, uids: list[str]) -> list:
    """The catalogue's entries of those documents that the search finds, the latest first."""
    catalog = api.portal.get_tool("portal_catalog")
    with as_visitor():
        found = searches.found(subscription["parameters"], subscription["place"]).found
    known = catalog._catalog.getIndex("UID")._index
    # published twice, it stands in the log twice
    published = [known[uid] for uid in dict.fromkeys(reversed(uids)) if uid in known]
    matching = search.records(published) & found
    table = catalog._catalog
    wanted = set(search.rids(matching))
    return [table[rid] for rid in published if rid in wanted]


def _tell(portal, one: str, subscription, brains: list) -> None:
    base, language = subscription["base"], subscription["language"]
    own = "/".join(portal.getPhysicalPath())
    key = store.stop_key(portal, one)
    items = [
        letters.Item(
            brain.edu_number or "",
            brain.Title,
            brain.edu_issued_on,
            f"{base}{brain.getPath().removeprefix(own)}",
        )
        for brain in brains[: letters.MOST_ITEMS]
    ]
    letters.tell(
        subscription["address"],
        searches.words(subscription["parameters"], subscription["place"], language).in_mail(
            language
        ),
        items,
        len(brains),
        f"{base}/{language}/@@alert-results?key={key}",
        f"{base}/{language}/@@alert-stop?key={key}",
        language,
    )
