"""Steps of one transaction are told together, when it is about to be stored.

So approving 300 documents at once writes one mail per person. A transaction that is given up or
begun again takes its basket along; the mails themselves are queued by the one that is stored.
"""

from Acquisition import aq_base
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from eduportal import editorial
from eduportal.mail.outbox import enqueue
from eduportal.notifications import letters
from eduportal.notifications.notes import Note
from eduportal.notifications.notes import Person
from eduportal.notifications.notes import Portal
from eduportal.notifications.people import origin
from eduportal.notifications.receivers import Receivers
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from threading import local
from zope.component import adapter
from zope.component.hooks import site
import transaction

WORKFLOW = "editorial"
KEY = object()
"""Names the basket among what hangs on a transaction."""


@dataclass(frozen=True)
class Told:
    """What one transaction tells one person."""

    portal: Portal
    person: Person
    notes: tuple[Note, ...]


class Collecting(local):
    """What this thread has collected while ``together`` holds it; None outside."""

    told: list[Told] | None = None


collecting = Collecting()


@adapter(IDexterityContent, IAfterTransitionEvent)
def note(content: IDexterityContent, event: IAfterTransitionEvent) -> None:
    """A step was made: remember the item until the transaction is stored."""
    if event.workflow.getId() != WORKFLOW or event.transition is None:
        return
    if event.transition.getId() not in letters.TOLD:
        return
    basket = _basket(api.portal.get())
    basket["/".join(content.getPhysicalPath())] = (content, event.transition.getId())


def _basket(portal) -> dict:
    """Of the transaction at hand and this portal, by path: an item with its last step."""
    now = transaction.get()
    try:
        baskets = now.data(KEY)
    except KeyError:
        baskets = {}
        now.set_data(KEY, baskets)
    path = portal.getPhysicalPath()
    if path not in baskets:
        baskets[path] = {}
        now.addBeforeCommitHook(_tell, (portal, baskets[path]))
    return baskets[path]


def _tell(portal, basket: dict) -> None:
    with site(portal):
        sent_from = origin(portal)
        if sent_from is None:
            return
        told = _sorted(sent_from, basket)
    if collecting.told is None:
        _send(told)
    else:
        transaction.get().addAfterCommitHook(_collect, (collecting.told, told))


def _sorted(portal: Portal, basket: dict) -> list[Told]:
    notes: dict[Person, list[Note]] = {}
    receivers = Receivers(portal.url)
    for content, step in basket.values():
        if _stands(content, step):
            for person, one in receivers.of(content, step):
                notes.setdefault(person, []).append(one)
    return [Told(portal, person, tuple(found)) for person, found in notes.items()]


def _stands(content, step: str) -> bool:
    """Whether the step was not undone by a savepoint, another step, a removal or a renaming."""
    container = content.__parent__
    there = container is not None and content.getId() in container
    if not there or aq_base(container[content.getId()]) is not aq_base(content):
        return False
    steps = editorial.history(content)
    return bool(steps) and steps[-1].action == step


def _collect(stored: bool, kept: list[Told], told: list[Told]) -> None:
    if stored:
        kept += told


def _send(told: list[Told]) -> None:
    for one in told:
        message = letters.of_steps(one.portal, one.person, one.notes)
        enqueue(one.portal.from_.addr_spec, [one.person.address], message.as_bytes())


@contextmanager
def together() -> Iterator[None]:
    """Many transactions, such as a clock's, tell each person once: at the end, committed.

    Inside another ``together`` it adds to that one.
    """
    if collecting.told is not None:
        yield
        return
    collecting.told = []
    try:
        yield
    finally:
        kept, collecting.told = collecting.told, None
        notes: dict[tuple[str, Person], list[Told]] = {}
        for one in kept:
            notes.setdefault((one.portal.id, one.person), []).append(one)
        if notes:
            with transaction.manager:
                _send(
                    [
                        Told(found[-1].portal, person, tuple(n for one in found for n in one.notes))
                        for (_id, person), found in notes.items()
                    ]
                )
