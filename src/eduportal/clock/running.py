"""The clock that runs for ever: tick after tick, and now and then a look through each portal."""

from collections import deque
from collections.abc import Callable
from eduportal.clock import lease
from eduportal.clock.planning import survey
from eduportal.clock.ticking import Done
from eduportal.clock.ticking import Opened
from eduportal.clock.ticking import is_portal
from eduportal.clock.ticking import tick
import logging
import time
import transaction

log = logging.getLogger(__name__)
EVERY_SECONDS = 2.0
SURVEY_SECONDS = 3600
FAILURES = 30
"""So many ticks in a row that fail end the process; whoever watches it starts another."""


class Stopped(Exception):
    """The clock is asked to end between two items; the next one goes on with the rest."""


def survey_all(app, opened: Opened) -> int:
    """Look through every portal; returns how many items are planned."""
    return sum(survey_one(app, portal_id, opened) for portal_id in _portal_ids(app))


def survey_one(app, portal_id: str, opened: Opened) -> int:
    """Look through one portal; a portal in disorder is logged and does not stop the others."""
    transaction.begin()
    try:
        with opened(app, portal_id) as portal:
            planned = survey(portal)
            transaction.commit()
    except Exception:
        log.exception("portal %s could not be looked through", portal_id)
        transaction.abort()
        return 0
    return planned


def run(
    app,
    opened: Opened,
    wait: Callable[[float], bool],
    tell: Callable[[Done], None],
    beat: Callable[[], None],
) -> None:
    """Until ``wait(seconds)`` answers True. ``beat`` is called while all is well."""

    def told(done: Done) -> None:
        beat()
        tell(done)
        if wait(0.0):
            raise Stopped

    holder, failures = lease.new_holder(), 0
    unseen: deque[str] = deque()
    surveyed = -SURVEY_SECONDS
    while True:
        try:
            answer = tick(app, holder, opened, told)
            failures = 0
            beat()
        except Stopped:
            return
        except Exception:
            failures += 1
            if failures == FAILURES:
                raise
            log.exception("a tick failed")
            transaction.abort()
            answer = None
        if not unseen and time.monotonic() - surveyed >= SURVEY_SECONDS:
            surveyed = time.monotonic()
            unseen.extend(_portal_ids(app))
        if unseen and answer is not None:
            survey_one(app, unseen.popleft(), opened)
            app._p_jar.cacheGC()
        pause = 0.0 if unseen and answer is not None else EVERY_SECONDS
        if answer is not None and answer.next_at is not None and not answer.busy:
            pause = min(pause, max(0.0, answer.next_at - time.time()))
        if wait(pause):
            return


def _portal_ids(app) -> list[str]:
    transaction.begin()
    return [key for key, child in app.objectItems() if is_portal(child)]
