"""One step for many items: each succeeds or is refused on its own, and says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from DateTime import DateTime
from datetime import datetime
from eduportal import _
from eduportal import editorial
from time import monotonic
from zope.i18nmessageid import Message
import transaction

STEPS = ("publish", "examine", "return")
PATIENCE = 12
"""Seconds after which a request begins nothing new. To index what was done takes about as long
again, and a proxy gives up after 60.
"""

DONE = {
    "publish": _("Approved and published."),
    "examine": _("Marked as examined."),
    "return": _("Returned to its author."),
}
CHANGED = _(
    "This was changed after you opened the list, so it was left alone. Look at it once more."
)
GONE = _("This is no longer there.")


@dataclass(frozen=True)
class Wish:
    """What is to be done; ``seen`` is when the list was shown to the person who decides."""

    step: str
    reason: str = ""
    confirmed: bool = False
    seen: datetime | None = None


@dataclass(frozen=True)
class Outcome:
    """What became of one item."""

    title: str
    url: str
    done: bool
    sentence: Message


@dataclass
class Report:
    """``left`` counts the items that nobody has come to yet."""

    outcomes: list[Outcome] = field(default_factory=list)
    left: int = 0

    @property
    def done(self) -> list[Outcome]:
        return [one for one in self.outcomes if one.done]

    @property
    def refused(self) -> list[Outcome]:
        return [one for one in self.outcomes if not one.done]


def run(brains: Iterable, wish: Wish, patience: float = PATIENCE) -> Report:
    """Make the step for these catalogue entries, in one transaction, as whoever is signed in.

    One transaction, so that a mail tells of all of it at once; a refused item is rolled back alone.
    """
    report = Report()
    brains = list(brains)
    end = monotonic() + patience
    for at, brain in enumerate(brains):
        if monotonic() > end:
            report.left = len(brains) - at
            break
        report.outcomes.append(_one(brain, wish))
    return report


def _one(brain, wish: Wish) -> Outcome:
    content = brain._unrestrictedGetObject()
    if content is None:
        return Outcome(brain.Title, "", False, GONE)
    title, url = content.Title() or content.getId(), f"{content.absolute_url()}/@@review"
    if wish.seen is not None and _moved(content) > wish.seen:
        return Outcome(title, url, False, CHANGED)
    undo = transaction.savepoint(optimistic=True)
    try:
        editorial.step(content, wish.step, reason=wish.reason, confirmed=wish.confirmed)
    except editorial.StepRefused as refused:
        undo.rollback()
        return Outcome(title, url, False, refused.message)
    return Outcome(title, url, True, DONE[wish.step])


def _moved(content) -> datetime:
    """When the item was last edited or taken a step further."""
    changed = DateTime(content.modified()).toZone("UTC").asdatetime()
    return max([changed, *(step.time for step in editorial.history(content)[-1:])])


def chosen(brains: Iterable, uids: Iterable[str]) -> list:
    """Those of a list's entries that were ticked: nothing outside the list can be named."""
    wanted = set(uids)
    return [brain for brain in brains if brain.UID in wanted]


def offered(rows: Iterable) -> list[str]:
    """The steps that the person may make with at least one of these rows."""
    found = {step for row in rows for step in row.steps}
    return [step for step in STEPS if step in found]
