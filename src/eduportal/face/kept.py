"""Pieces of pages that are the same for all visitors until something changes, made once.

A page that is not kept as a whole (the first after a change, one with a form, one that nobody asks
for twice) still has the menu, the foot and the links to styles in common with every other.
"""

from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from dataclasses import dataclass
from eduportal.caching import apart
from eduportal.caching import expires
from eduportal.caching import state
from plone import api
from threading import Lock
from typing import Any
from zope.globalrequest import getRequest
import math
import time

LONGEST = 600
"""Seconds; what time alone changes is at most this old, as with whole pages."""
MOST_PIECES = 2000
"""Of some kilobytes each; the ones used longest ago go first."""

_pieces: OrderedDict[Hashable, "Piece"] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True)
class Piece:
    """``until``: seconds since 1970 at which it is made anew even if nothing has changed."""

    state: tuple
    until: float
    limited: bool
    value: Any


def kept(portal, name: str, depends: Hashable, make: Callable[[], Any]) -> Any:
    """What ``make`` gives, as long as nothing that visitors of the portal see has changed.

    ``depends``: everything else it is made from (language, place, day). Made anew for everybody
    signed in, and while the transaction at hand has changes of its own. None is never kept.
    ``expires`` within ``make`` ends the piece, and every page that it becomes part of.
    """
    request = getRequest()
    now = state(portal) if request is not None and api.user.is_anonymous() else None
    if now is None:
        return make()
    key = (portal.getPhysicalPath(), portal.absolute_url(), name, depends)
    with _lock:
        piece = _pieces.get(key)
        if piece is not None:
            _pieces.move_to_end(key)
    if piece is None or piece.state != now or piece.until <= time.time():
        piece = _piece(request, now, make)
        if piece.value is not None:
            _keep(key, piece)
    if piece.limited:
        expires(request, seconds=piece.until - time.time())
    return piece.value


def _piece(request, now: tuple, make: Callable[[], Any]) -> Piece:
    with apart(request) as until:
        value = make()
    (ends,) = until
    return Piece(now, min(ends, time.time() + LONGEST), ends < math.inf, value)


def _keep(key: Hashable, piece: Piece) -> None:
    with _lock:
        _pieces[key] = piece
        _pieces.move_to_end(key)
        while len(_pieces) > MOST_PIECES:
            _pieces.popitem(last=False)


class KeptForVisitors:
    """Mixed into viewlets: rendered once for all visitors of a portal.

    ``depends`` names what it shows beside the language and what the portal knows.
    """

    @property
    def depends(self) -> Hashable:
        return ()

    def render(self) -> str:
        return kept(self.portal, self.__name__, (self.language, self.depends), super().render)
