"""Whether a document is in force on a day: computed, never typed; plain Python.

A document carries the days on which something changes (``Boundaries``). They change only when a
record is edited, published or withdrawn; which state follows from them is asked of a day when a
page is read. So nothing has to happen at midnight: another day gives another answer.
"""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from datetime import datetime
from eduportal.content_types.official_document.relations import EXPIRE
from eduportal.content_types.official_document.relations import EXPIRE_IN_PART
from eduportal.content_types.official_document.relations import SUSPEND
from typing import Any
from typing import NamedTuple
from zoneinfo import ZoneInfo

NOT_YET = "not-yet"
IN_FORCE = "in-force"
PARTLY_EXPIRED = "partly-expired"
SUSPENDED = "suspended"
EXPIRED = "expired"
NONE = "none"
STATES = (IN_FORCE, NOT_YET, PARTLY_EXPIRED, SUSPENDED, EXPIRED, NONE)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Boundaries(NamedTuple):
    """The days of change, each the first day of the new state; the catalogue's ``edu_validity``.

    Without ``starts`` (letters, undated records) there is no validity, and the rest is empty too.
    """

    starts: date | None = None
    ends: date | None = None
    partly: date | None = None
    suspended: date | None = None
    resumed: date | None = None


NO_VALIDITY = Boundaries()

# The catalogue's indexes, in the order of the boundaries; a record without a day is not in one.
INDEXES = (
    "edu_in_force_from",
    "edu_expires_on",
    "edu_partly_from",
    "edu_suspended_from",
    "edu_suspended_until",
)


class Act(NamedTuple):
    """What another document does to one: from ``start``, and as long as it is in force itself."""

    effect: str
    start: date | None
    end: date | None = None

    @property
    def happens(self) -> bool:
        """An undated text acts on no known day, one that ended before it began on none at all."""
        return self.start is not None and (self.end is None or self.start < self.end)


def today() -> date:
    """The day it is in Viet Nam, wherever the server stands."""
    return day_of(datetime.now(ZONE))


def day_of(moment: datetime) -> date:
    """The day of a moment in Viet Nam: 17:00 UTC is midnight there."""
    return moment.astimezone(ZONE).date()


def boundaries(starts: date | None, ends: date | None, acts: Iterable[Act] = ()) -> Boundaries:
    """A document's own days, ``ends`` being the first day out of force, and others' acts on it.

    What expired by one act stays so when the acting text is repealed later: only a text says that
    an older one is in force again, and that is a new text.
    """
    if starts is None:
        return NO_VALIDITY
    done = [act for act in acts if act.happens]
    begun = {
        effect: [act.start for act in done if act.effect == effect]
        for effect in (EXPIRE, EXPIRE_IN_PART)
    }
    suspended, resumed = _last_suspension([act for act in done if act.effect == SUSPEND])
    return Boundaries(
        starts=starts,
        ends=min([*begun[EXPIRE], *([ends] if ends else [])], default=None),
        partly=min(begun[EXPIRE_IN_PART], default=None),
        suspended=suspended,
        resumed=resumed,
    )


def of(days: Boundaries | tuple | None, day: date) -> str:
    """The state on ``day``; ``days`` may come from the catalogue's column."""
    if not days or days[0] is None:
        return NONE
    starts, ends, partly, suspended, resumed = days
    if ends is not None and ends <= day:
        return EXPIRED
    if day < starts:
        return NOT_YET
    if suspended is not None and suspended <= day and (resumed is None or day < resumed):
        return SUSPENDED
    if partly is not None and partly <= day:
        return PARTLY_EXPIRED
    return IN_FORCE


def split(records: Any, reached: Callable[[str], Any], dated: Any) -> dict[str, Any]:
    """``records`` by their state: sets in, sets out (``set`` or ``pyroaring.BitMap``).

    ``reached(index)`` is the set of records whose day in that index of ``INDEXES`` has come,
    ``dated`` the set of all that are in ``edu_in_force_from``, whatever their day.
    """
    started, ended, partly, suspended, resumed = (reached(index) for index in INDEXES)
    found = {NONE: records - dated}
    rest = records & dated
    found[EXPIRED] = rest & ended
    rest = rest - ended
    found[NOT_YET] = rest - started
    rest = rest & started
    found[SUSPENDED] = rest & (suspended - resumed)
    rest = rest - found[SUSPENDED]
    found[PARTLY_EXPIRED] = rest & partly
    found[IN_FORCE] = rest - partly
    return {state: found[state] for state in STATES}


def _last_suspension(acts: list[Act]) -> tuple[date | None, date | None]:
    """When the last suspension began and ends; those that touch or overlap are one.

    The catalogue holds one day per index and record, so of two separate suspensions only the
    later one is known. A text suspended twice, the second time announced before the first is
    over, would be needed to notice.
    """
    begun, over = None, None
    for act in sorted(acts, key=lambda act: act.start):
        if begun is None or (over is not None and over < act.start):
            begun, over = act.start, act.end
        elif over is not None:
            over = max(over, act.end) if act.end else None
    return begun, over
