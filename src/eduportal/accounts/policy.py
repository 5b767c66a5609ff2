"""New passwords of the portal at hand: the rules of ``passwords``, with whom they are for."""

from eduportal.accounts.passwords import weakness
from eduportal.accounts.settings import setting
from eduportal.units.settings import current_unit
from plone import api
from zope.globalrequest import getRequest
from zope.i18n import translate

TYPED = ("username", "fullname", "email", "userid", "login_name")


def errors(password: str, names: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """What PAS wants to hear: a list of ``{"id": "password", "error": sentence}``."""
    found = weakness(
        password,
        (*map(_account, names), *_typed(), *_unit(), *_own()),
        setting("shortest_password"),
    )
    if found is None:
        return []
    return [{"id": "password", "error": translate(found, context=getRequest())}]


def _typed() -> list[str]:
    """What stands in the same form: the user folder is told the password alone."""
    request = getRequest()
    form = {} if request is None else request.form
    found = [form.get(name) or form.get(f"form.widgets.{name}") for name in TYPED]
    return [_account(text) for text in found if isinstance(text, str)]


def _account(text: str) -> str:
    """Of an address the name before the @; what follows is the unit's domain."""
    return text.partition("@")[0]


def _own() -> tuple[str, ...]:
    if api.user.is_anonymous():
        return ()
    member = api.user.get_current()
    own = (member.getUserName(), member.getProperty("fullname"), member.getProperty("email"))
    return tuple(_account(text) for text in own if text)


def _unit() -> tuple[str, ...]:
    unit = current_unit()
    return () if unit is None else (unit.id, unit.name, unit.domain)
