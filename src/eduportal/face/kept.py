"""Pieces of pages that are the same for all visitors until something changes, made once.

A page that is not kept as a whole (the first after a change, one with a form, one that nobody asks
for twice) still has the menu, the foot and the links to styles in common with every other.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SpecialUsers import nobody
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from dataclasses import dataclass
from dataclasses import replace
from eduportal.caching import apart
from eduportal.caching import expires
from eduportal.caching import state
from eduportal.face.learned import Learned
from eduportal.face.learned import learning
from eduportal.face.learned import still_true
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
    learned: Learned | None = None


def kept(
    portal, name: str, depends: Hashable, make: Callable[[], Any], all_told: bool = False
) -> Any:
    """What ``make`` gives, as long as nothing that visitors of the portal see has changed.

    ``depends``: everything else it is made from (language, place, day). Made anew for everybody
    signed in, and while the transaction at hand has changes of its own. None is never kept.
    ``expires`` within ``make`` ends the piece, and every page that it becomes part of.

    ``all_told``: ``make`` tells (``learned.tell``) all that it takes from the catalogue. When the
    catalogue has changed since, that much is asked again, and with the same answers the piece
    stands.
    """
    request = getRequest()
    now = state(portal) if request is not None and _anonymous() else None
    if now is None:
        return make()
    key = (portal.getPhysicalPath(), portal.absolute_url(), name, depends)
    with _lock:
        piece = _pieces.get(key)
        if piece is not None:
            _pieces.move_to_end(key)
    if piece is None or piece.until <= time.time() or not _stands(piece, now):
        piece = _piece(request, now, make, all_told)
        if piece.value is not None:
            _keep(key, piece)
    elif piece.state != now:
        _keep(key, replace(piece, state=now))
    if piece.limited:
        expires(request, seconds=piece.until - time.time())
    return piece.value


def _anonymous() -> bool:
    """As ``api.user.is_anonymous`` says, without looking for a tool: asked fifty times a page."""
    user = getSecurityManager().getUser()
    return user is None or user.getUserName() == nobody.getUserName()


def _stands(piece: Piece, now: tuple) -> bool:
    """Nothing has changed, or in the catalogue only, which still says what the piece learned."""
    if piece.state == now:
        return True
    only_the_catalogue = piece.state[1:] == now[1:]
    return only_the_catalogue and piece.learned is not None and still_true(piece.learned)


def _piece(request, now: tuple, make: Callable[[], Any], all_told: bool) -> Piece:
    with apart(request) as until, learning(request) as found:
        value = make()
    (ends,) = until
    until_at_most = min(ends, time.time() + LONGEST)
    return Piece(now, until_at_most, ends < math.inf, value, tuple(found) if all_told else None)


def _keep(key: Hashable, piece: Piece) -> None:
    with _lock:
        _pieces[key] = piece
        _pieces.move_to_end(key)
        while len(_pieces) > MOST_PIECES:
            _pieces.popitem(last=False)


class KeptForVisitors:
    """Mixed into viewlets: rendered once for all visitors of a portal.

    ``depends`` names what it shows beside the language and what the portal knows; ``all_told``: of
    the catalogue nothing but what is told by what it asks (``face.tree.branches``).
    """

    all_told = False

    @property
    def depends(self) -> Hashable:
        return ()

    def render(self) -> str:
        depends = (self.language, self.depends)
        return kept(self.portal, self.__name__, depends, super().render, self.all_told)
