"""How long a page is true, where time alone changes what it shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
import math
import time

UNTIL = "eduportal.page_until"
"""In the request's environment: seconds since 1970 at which the page being made gets stale."""


def expires(request, seconds: float | None = None, at: datetime | None = None) -> None:
    """The page being made for ``request`` is true for ``seconds`` at most, or until ``at``.

    ``at`` knows its time zone. Of several calls the shortest time counts; midnight in Viet Nam and
    ten minutes end a page in any case.
    """
    limits = [request.environ[UNTIL]] if UNTIL in request.environ else []
    if seconds is not None:
        limits.append(time.time() + seconds)
    if at is not None:
        limits.append(at.timestamp())
    if limits:
        request.environ[UNTIL] = min(limits)


@contextmanager
def apart(request) -> Iterator[list[float]]:
    """A piece of the page being made: what ``expires`` says within ends the piece, not the page.

    Gives a list that afterwards holds when: seconds since 1970, infinite where nothing was said.
    """
    of_page = request.environ.pop(UNTIL, None)
    until: list[float] = []
    try:
        yield until
    finally:
        until.append(request.environ.pop(UNTIL, math.inf))
        if of_page is not None:
            request.environ[UNTIL] = of_page
