"""The plugin that every sign-in passes: form, REST, basic authentication, cookies and tokens.

It stands first among the authenticators, asks the others whether the credentials are right, and
then decides: locked for now, switched off, a code still missing. What it decided is final, for it
empties the credentials before the others are asked by the user folder itself.
"""

from AccessControl import ClassSecurityInfo
from AccessControl import getSecurityManager
from AccessControl.class_init import InitializeClass
from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from eduportal.accounts import second_factor
from eduportal.accounts.attempts import Attempts
from eduportal.accounts.attempts import Limits
from eduportal.accounts.place import directory
from eduportal.accounts.policy import errors
from eduportal.accounts.second_factor import SecondFactor
from eduportal.accounts.sessions import issued
from eduportal.accounts.settings import setting
from eduportal.audit import record
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IValidationPlugin
from Products.PluggableAuthService.PluggableAuthService import _SWALLOWABLE_PLUGIN_EXCEPTIONS
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from Products.PluggableAuthService.utils import classImplements
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest
import hashlib
import logging
import time
import ZODB.POSException

logger = logging.getLogger(__name__)

ID = "eduportal_doorkeeper"
VERDICTS = "eduportal.accounts.verdicts"
REQUIRED_OF = frozenset({"Reviewer", "Site Administrator", "Manager"})
BASIC = "credentials_basic_auth"
UNKNOWN = "(unknown account)"


@dataclass(frozen=True)
class Verdict:
    """What became of a name and a password.

    ``reason`` is ``""`` (let in), ``"unknown"``, ``"wrong"``, ``"locked"`` (``wait`` in seconds),
    ``"off"``, ``"code"`` (a code is wanted) or ``"enrol"`` (a second factor has to be set up on
    the web first).
    """

    reason: str
    user_id: str = ""
    login: str = ""
    wait: int = 0


class Doorkeeper(BasePlugin):
    """Keeps who is switched off, when earlier sessions ended, and the second factors."""

    meta_type = "Education portal doorkeeper"
    security = ClassSecurityInfo()

    def __init__(self, id: str = ID) -> None:
        self._setId(id)
        self.title = "Lock-out, switched-off accounts, second factor, passwords"
        self.off = OOBTree()
        self.not_before = OOBTree()
        self.factors = OOBTree()
        self.subjects = OOBTree()

    @security.private
    def authenticateCredentials(self, credentials: dict) -> tuple[str, str] | None:
        """See IAuthenticationPlugin. Whatever goes wrong in here lets nobody in."""
        try:
            return self._answer(credentials)
        except ZODB.POSException.ConflictError:
            raise
        except Exception:
            logger.exception("Nobody is let in: the doorkeeper failed")
            credentials.clear()
            return None

    @security.private
    def validateUserInfo(self, user, set_id, set_info) -> list[dict]:
        """See IValidationPlugin: forms and REST ask it about new passwords."""
        password = (set_info or {}).get("password")
        return [] if password is None else errors(password)

    def attempts(self) -> Attempts:
        """The failures of this portal, shared by all processes."""
        minutes = 60
        limits = Limits(
            setting("attempts"), setting("first_wait") * minutes, setting("longest_wait") * minutes
        )
        portal = self._getPAS().aq_parent.getId()
        return Attempts(directory() / f"{portal}.sqlite", limits)

    def factor(self, user_id: str) -> SecondFactor | None:
        return self.factors.get(user_id)

    def requires(self, user_id: str) -> bool:
        """Whether the rules demand a second factor of this person."""
        if not setting("require_second_factor"):
            return False
        user = self._getPAS().getUserById(user_id)
        return user is not None and not REQUIRED_OF.isdisjoint(user.getRoles())

    def end_sessions(self, user_id: str) -> None:
        """Cookies and tokens made before this second are no longer taken."""
        self.not_before[user_id] = int(time.time())

    def check_code(self, user_id: str, login: str, code: str) -> Verdict:
        """The second step of signing in; wrong codes count like wrong passwords."""
        attempts, address = self.attempts(), client()
        wait = attempts.wait(login, address)
        if wait:
            return Verdict("locked", wait=wait)
        factor = self.factor(user_id)
        if user_id in self.off or factor is None:
            return Verdict("off")
        if second_factor.check(factor, user_id, code, attempts):
            attempts.succeeded(login, address)
            return Verdict("", user_id, login)
        return self._failed(attempts, login, address, "second factor")

    def _answer(self, credentials: dict) -> tuple[str, str] | None:
        if credentials.get("login") and credentials.get("password") is not None:
            verdict = self._remembered(credentials)
            if verdict.reason == "unknown":
                return None
            credentials.clear()
            return None if verdict.reason else (verdict.user_id, verdict.login)
        found = self._others(credentials)
        if found is None:
            return None
        stale = issued(self._getPAS(), credentials) < self.not_before.get(found[0], 0)
        credentials.clear()
        return None if stale or found[0] in self.off else found

    def _remembered(self, credentials: dict) -> Verdict:
        """One verdict per request: the user folder asks at every step of the path."""
        request = getRequest()
        known = {} if request is None else IAnnotations(request).setdefault(VERDICTS, {})
        key = tuple(str(credentials.get(name, "")) for name in ("login", "password", "code"))
        key += (credentials.get("extractor") == BASIC, _present_user())
        hashed = hashlib.sha256(repr(key).encode()).hexdigest()
        if hashed not in known:
            known[hashed] = self._password(credentials)
        return known[hashed]

    def _password(self, credentials: dict) -> Verdict:
        login, address, attempts = str(credentials["login"]), client(), self.attempts()
        if self._is_above(login):
            return Verdict("unknown")
        wait = attempts.wait(login, address)
        if wait:
            return Verdict("locked", wait=wait)
        found = self._others(credentials)
        if found is None:
            return self._failed(attempts, login, address, "password")
        user_id, login = found
        if user_id in self.off:
            return Verdict("off")
        # asked for the present password while signed in, such as before choosing a new one
        confirmed = _present_user() == user_id
        if not confirmed and self.factor(user_id) is not None:
            code = credentials.get("code")
            if not code:
                return Verdict("code", user_id, login)
            return self.check_code(user_id, login, str(code))
        if not confirmed and credentials.get("extractor") == BASIC and self.requires(user_id):
            return Verdict("enrol", user_id, login)
        attempts.succeeded(login, address)
        return Verdict("", user_id, login)

    def _failed(self, attempts: Attempts, login: str, address: str, what: str) -> Verdict:
        attempts.failed(login, address)
        users = self._getPAS()
        # people type their password into the wrong field: a name nobody has is not written down
        known = users._verifyUser(users.plugins, login=login) is not None
        where = login if known else UNKNOWN
        record("sign-in.failed", where=where, after=what, who="", at_once=True)
        wait = attempts.wait(login, address)
        if wait:
            record("sign-in.locked", where=where, after=f"{wait} s", who="", at_once=True)
        return Verdict("locked" if wait else "wrong", wait=wait)

    def _others(self, credentials: dict) -> tuple[str, str] | None:
        plugins = self._getPAS().plugins.listPlugins(IAuthenticationPlugin)
        for name, plugin in plugins:
            if name == self.getId():
                continue
            try:
                found = plugin.authenticateCredentials(credentials)
            except _SWALLOWABLE_PLUGIN_EXCEPTIONS:
                # the user folder does the same: plugins stumble over credentials of other kinds
                continue
            if found is not None and found[0] is not None:
                return found
        return None

    def _is_above(self, login: str) -> bool:
        """Whether the name is not this portal's but an account of the whole instance."""
        users = self._getPAS()
        if users._verifyUser(users.plugins, login=login) is not None:
            return False
        root = users.getPhysicalRoot().acl_users
        return root.getUser(login) is not None


def client() -> str:
    """The address that a request came from; proxies that are trusted are looked through."""
    request = getRequest()
    return "" if request is None else request.getClientAddr() or ""


def doorkeeper(portal) -> Doorkeeper | None:
    """The portal's, or None where the kit is not installed."""
    return portal.acl_users._getOb(ID, None)


def ensure_doorkeeper(portal) -> None:
    """Put the doorkeeper first; run again it changes nothing."""
    users = portal.acl_users
    if ID not in users.objectIds():
        users._setObject(ID, Doorkeeper(ID))
    plugins = users.plugins
    for kind in (IAuthenticationPlugin, IValidationPlugin):
        if ID not in plugins.listPluginIds(kind):
            plugins.activatePlugin(kind, ID)
        while plugins.listPluginIds(kind)[0] != ID:
            plugins.movePluginsUp(kind, [ID])
    # its one rule, a length, is ours too: two sentences for one mistake help nobody
    if STOCK_POLICY in plugins.listPluginIds(IValidationPlugin):
        plugins.deactivatePlugin(IValidationPlugin, STOCK_POLICY)


def remove_doorkeeper(portal) -> None:
    """Let everybody in by password alone again, as Plone does."""
    users = portal.acl_users
    if ID not in users.objectIds():
        return
    for kind in (IAuthenticationPlugin, IValidationPlugin):
        if ID in users.plugins.listPluginIds(kind):
            users.plugins.deactivatePlugin(kind, ID)
    users._delObject(ID)
    missing = STOCK_POLICY not in users.plugins.listPluginIds(IValidationPlugin)
    if missing and STOCK_POLICY in users.objectIds():
        users.plugins.activatePlugin(IValidationPlugin, STOCK_POLICY)


STOCK_POLICY = "password_policy"


def _present_user() -> str:
    user = getSecurityManager().getUser()
    return "" if user is None else user.getId() or ""


classImplements(Doorkeeper, IAuthenticationPlugin, IValidationPlugin)
InitializeClass(Doorkeeper)
