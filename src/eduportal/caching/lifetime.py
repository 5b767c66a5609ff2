"""How long a page is true, where time alone changes what it shows."""

from datetime import datetime
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
