"""Noting what happens: changes when they are stored, failures at once.

What a transaction changed is written after it has been stored, so the journal never tells of
something that did not happen; a savepoint that is rolled back takes its notes with it. A failed
sign-in changes nothing and its transaction is aborted: it is written at once.
"""

from AccessControl.SecurityManagement import getSecurityManager
from collections.abc import Callable
from eduportal.audit import place
from eduportal.audit.journal import CHANGES
from eduportal.audit.journal import FAILURES
from eduportal.audit.values import bounded
from plone.base.interfaces import IPloneSiteRoot
from transaction.interfaces import IDataManagerSavepoint
from transaction.interfaces import ISavepointDataManager
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
from zope.interface import implementer
import ipaddress
import json
import logging
import transaction

logger = logging.getLogger(__name__)

TYPED = "sign-in."
UNKNOWN = "?"
"""Instead of a name that no account has."""
COMMAND = "command"
"""Stands for the network where somebody worked with the command line."""


def record(
    event: str,
    *,
    where: str = "",
    before=None,
    after=None,
    who: str | None = None,
    at_once: bool = False,
) -> None:
    """Note ``event`` (``"<noun>.<verb>"``) in the journal of the present portal.

    ``where`` is a path inside the portal (``/vi/tin-tuc``), a login or a setting's name; ``before``
    and ``after`` are values of any kind, kept as plain ones and bounded. ``who`` is a login, the
    present user unless given. ``at_once`` is for failures, which no commit follows. Of a failed
    sign-in ``where`` is the name that was typed; one that no account has is not kept: people type
    passwords and other people's addresses into that field.
    """
    if event.startswith(TYPED) and at_once and not _may_be_told(where):
        where = UNKNOWN
    entry = {"event": event, "who": acting() if who is None else who, "from": network()}
    entry |= {
        name: value
        for name, value in (
            ("where", where),
            ("before", bounded(before)),
            ("after", bounded(after)),
        )
        if value not in ("", None, {}, [])
    }
    if at_once:
        _write(unit_id(), FAILURES, [entry])
    else:
        notes().add(unit_id(), lambda: [entry])


def _may_be_told(typed: str) -> bool:
    """An account of the portal, or the address of another place to sign in at."""
    if typed.startswith("https://"):
        return True
    site = getSite()
    if not IPloneSiteRoot.providedBy(site):
        return False
    users = site.acl_users
    return users._verifyUser(users.plugins, login=typed) is not None


def record_later(entries: Callable[[], list[dict]]) -> None:
    """Note what ``entries`` answers when the transaction is about to be stored."""
    notes().add(unit_id(), entries)


def unit_id() -> str:
    site = getSite()
    return site.getId() if IPloneSiteRoot.providedBy(site) else ""


def acting() -> str:
    """The login of the present user; ``""`` for a visitor."""
    user = getSecurityManager().getUser()
    return "" if user is None or user.getId() is None else user.getUserName()


def network() -> str:
    """The neighbourhood a request came from: /24 of an IPv4 address, /48 of an IPv6 address.

    It tells the school's own line from a stranger's, and names no single device: an address is
    personal data (Law 91/2025/QH15). Whole addresses stand in the web server's own log.
    """
    request = getRequest()
    address = request.getClientAddr() if request is not None else ""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return COMMAND
    if parsed.version == 6 and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    length = 24 if parsed.version == 4 else 48
    return str(ipaddress.ip_network((parsed, length), strict=False))


def notes() -> "Notes":
    """The notes of the present transaction."""
    current = transaction.get()
    try:
        made = current.data(KEY)
    except KeyError:
        made = None
    if made is None:
        made = Notes(current)
        current.set_data(KEY, made)
        current.join(made)
    return made


KEY = "eduportal.audit"


@implementer(ISavepointDataManager)
class Notes:
    """What one transaction did, by portal; written once the databases have stored it."""

    transaction_manager = transaction.manager

    def __init__(self, current) -> None:
        self._noted: list[tuple[str, Callable[[], list[dict]]]] = []
        self._lines: dict[str, list[dict]] = {}
        self._seen: set = set()
        current.addBeforeCommitHook(self._read)

    def add(self, unit: str, entries: Callable[[], list[dict]]) -> None:
        self._noted.append((unit, entries))

    def first(self, key) -> bool:
        """Whether ``key`` is asked about for the first time in this transaction."""
        known = key in self._seen
        self._seen.add(key)
        return not known

    def _read(self) -> None:
        """Before the databases store anything: afterwards the old values are gone."""
        for unit, entries in self._noted:
            try:
                self._lines.setdefault(unit, []).extend(entries())
            except Exception:
                # an editor's work is never lost for a line in the journal
                logger.exception("A change could not be described for the audit journal")

    def savepoint(self) -> "Kept":
        return Kept(self)

    def tpc_begin(self, current) -> None:
        """Nothing to prepare: two-phase commit asks."""

    commit = tpc_vote = tpc_begin

    def tpc_finish(self, current) -> None:
        for unit, entries in self._lines.items():
            if entries:
                _write(unit, CHANGES, entries)

    def abort(self, current) -> None:
        self._noted.clear()
        self._lines.clear()
        # a rollback to a savepoint that is older than the notes puts them out of the transaction
        current.set_data(KEY, None)

    tpc_abort = abort

    def sortKey(self) -> str:
        """Last: every database stores first."""
        return "~~~eduportal.audit"


@implementer(IDataManagerSavepoint)
class Kept:
    """How far the notes had come at a savepoint."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._noted = len(notes._noted)
        self._seen = set(notes._seen)

    def rollback(self) -> None:
        del self._notes._noted[self._noted :]
        self._notes._seen = set(self._seen)


def _write(unit: str, stream: str, entries: list[dict]) -> None:
    """A full disk must not undo what the database has stored: the log gets the lines then."""
    try:
        place.journal(unit).append(stream, entries)
    except Exception:
        text = json.dumps(entries, ensure_ascii=False, default=str)
        logger.exception("The audit journal of %s could not be written: %s", unit, text)
