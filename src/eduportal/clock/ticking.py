"""One tick: take the lease, make every step that is due, give the lease back."""

from Acquisition import aq_base
from collections.abc import Callable
from contextlib import AbstractContextManager
from contextlib import ExitStack
from dataclasses import dataclass
from dataclasses import field
from eduportal import notifications
from eduportal.clock import lease
from eduportal.clock.agenda import Entry
from eduportal.clock.agenda import agenda_of
from eduportal.clock.steps import make
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from typing import TypeVar
from ZEO.Exceptions import ClientDisconnected
from ZODB.POSException import ConflictError
import logging
import time
import transaction

log = logging.getLogger(__name__)
TRIES = 5
Result = TypeVar("Result")
Opened = Callable[[Any, str], AbstractContextManager]
"""Called with the Zope root and a portal's id: that portal, on a request of its own."""


@dataclass
class Done:
    """What became of one item: ``step`` is "publish", "withdraw" or "failed"."""

    step: str
    portal: str
    uid: str
    path: str
    late: float
    """Seconds after its time."""
    error: str = ""


@dataclass
class Tick:
    """``next_at`` is when something is due next (seconds since 1970), None where nothing is."""

    done: list[Done] = field(default_factory=list)
    next_at: float | None = None
    busy: bool = False
    """Another process holds the lease."""


class LeaseLost(Exception):
    """Another process has taken the lease over meanwhile and does the rest."""


def is_portal(child) -> bool:
    """Whether a child of the Zope root is a portal.

    Asked of its class: what a portal itself provides cannot be told outside of one, and a process
    that never ends has looked at many.
    """
    return IPloneSiteRoot.implementedBy(type(aq_base(child)))


def tick(app, holder: str, opened: Opened, tell: Callable[[Done], None]) -> Tick:
    """Make what is due in the whole instance; each item in a transaction of its own.

    An item that fails is put off and logged and does not stop the others.
    """
    answer = Tick()
    transaction.begin()
    agenda = agenda_of(app)
    if agenda is not None and agenda.due(time.time()):
        if _take(app, holder):
            try:
                _work(app, holder, opened, answer, tell)
            except LeaseLost:
                answer.busy = True
            finally:
                _again(lambda stack: lease.give_back(app, holder))
            # Items and indexes of many portals must not pile up in a process that never ends.
            app._p_jar.cacheMinimize()
        else:
            answer.busy = True
        transaction.begin()
    answer.next_at = agenda.next_at() if agenda is not None else None
    return answer


def _take(app, holder: str) -> bool:
    try:
        taken = lease.take(app, holder, time.time())
        transaction.commit() if taken else transaction.abort()
    except ConflictError:
        transaction.abort()
        return False
    return taken


def _work(app, holder: str, opened: Opened, answer: Tick, tell: Callable[[Done], None]) -> None:
    """Until nothing is due: what becomes due meanwhile is done as well."""
    transaction.begin()
    # a hundred items of one hour are one mail to their author
    with notifications.together():
        while entries := agenda_of(app).due(time.time()):
            for entry in entries:
                done = _one(app, holder, opened, entry)
                if done.step:
                    answer.done.append(done)
                    tell(done)
            transaction.begin()


def _one(app, holder: str, opened: Opened, entry: Entry) -> Done:
    def work(stack: ExitStack) -> tuple[str, str]:
        now = time.time()
        if not lease.prolong(app, holder, now):
            raise LeaseLost
        if not is_portal(getattr(app, entry.portal_id, None)):
            agenda_of(app).plan(entry.portal_id, entry.uid, None)
            return "", ""
        return make(stack.enter_context(opened(app, entry.portal_id)), entry, now)

    error = ""
    try:
        step, path = _again(work)
    except (LeaseLost, ClientDisconnected):
        raise
    except Exception as caught:
        log.exception("item %s of portal %s could not be dealt with", entry.uid, entry.portal_id)
        step, path, error = "failed", "", f"{type(caught).__name__}: {caught}"
        _again(lambda stack: _postpone(app, entry))
    return Done(step, entry.portal_id, entry.uid, path, round(time.time() - entry.at, 2), error)


def _postpone(app, entry: Entry) -> None:
    agenda_of(app).postpone(entry.portal_id, entry.uid, time.time())


def _again(work: Callable[[ExitStack], Result]) -> Result:
    """Do and commit; where somebody has just changed the same, do it again on what is there now.

    What ``work`` opens on the stack stays open for the commit: the catalogue is written in it.
    """
    for attempt in transaction.manager.attempts(TRIES):
        with ExitStack() as stack, attempt:
            result = work(stack)
    return result
