"""The arrangement that visitors see, the draft, and the one before: registry ``eduportal.home.*``.

One arrangement for both languages. A portal that never published one of its own follows the
default of its kind of unit, also when a later release improves it.
"""

from eduportal.home import arrangement
from eduportal.home.arrangement import Arrangement
from eduportal.home.defaults import default
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import getUtility
from zope.interface import Interface
import hashlib

PREFIX = "eduportal.home"


class IHomeSettings(Interface):
    """JSON of placements; None where there is none."""

    published = schema.Text(title="What visitors see", required=False, default=None)
    draft = schema.Text(title="What is being arranged", required=False, default=None)
    previous = schema.Text(title="What visitors saw before", required=False, default=None)


def published() -> Arrangement:
    return _read("published") if _kept("published") is not None else default()


def draft() -> Arrangement:
    """What is being arranged; begins as what visitors see."""
    return _read("draft") if _kept("draft") is not None else published()


def has_draft() -> bool:
    return _kept("draft") is not None


def has_previous() -> bool:
    return _kept("previous") is not None


def version() -> str:
    """Changes with the draft: who works on an older one must not overwrite it unseen."""
    return hashlib.sha256(arrangement.as_json(draft()).encode()).hexdigest()[:16]


def keep_draft(new: Arrangement) -> None:
    _keep("draft", None if new == published() else arrangement.as_json(new))


def drop_draft() -> None:
    _keep("draft", None)


def publish() -> None:
    """The draft becomes what visitors see; what they saw can be brought back as a draft."""
    if not has_draft():
        return
    new = draft()
    _keep("previous", arrangement.as_json(published()))
    _keep("published", None if new == default() else arrangement.as_json(new))
    drop_draft()


def draft_from_previous() -> None:
    if has_previous():
        keep_draft(_read("previous"))


def draft_from_default() -> None:
    keep_draft(default())


def _read(name: str) -> Arrangement:
    return arrangement.from_json(_kept(name))


def _kept(name: str) -> str | None:
    return getUtility(IRegistry).get(f"{PREFIX}.{name}")


def _keep(name: str, value: str | None) -> None:
    """A record is written only where it changes: every change makes cached pages stale."""
    if _kept(name) != value:
        getUtility(IRegistry)[f"{PREFIX}.{name}"] = value
