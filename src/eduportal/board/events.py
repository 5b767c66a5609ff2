"""Pages kept for visitors follow the board: whoever joins, leaves or changes the name."""

from eduportal import sections
from eduportal.accounts import AccountSwitched
from eduportal.board.page import SECTION
from eduportal.board.settings import PREFIX
from eduportal.board.settings import settings
from eduportal.interfaces import IEduportal
from plone.registry.interfaces import IRecordModifiedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalAddedToGroupEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalRemovedFromGroupEvent
from Products.PluggableAuthService.interfaces.events import IPropertiesUpdatedEvent
from zope.component import adapter
from zope.globalrequest import getRequest


@adapter(IPrincipalAddedToGroupEvent)
def joined(event: IPrincipalAddedToGroupEvent) -> None:
    _refresh()


@adapter(IPrincipalRemovedFromGroupEvent)
def left(event: IPrincipalRemovedFromGroupEvent) -> None:
    _refresh()


@adapter(IPropertiesUpdatedEvent)
def renamed(event: IPropertiesUpdatedEvent) -> None:
    _refresh()


def switched(event: AccountSwitched) -> None:
    _refresh()


@adapter(IRecordModifiedEvent)
def set_anew(event: IRecordModifiedEvent) -> None:
    if event.record.__name__.startswith(f"{PREFIX}."):
        _touch()


def _refresh() -> None:
    if IEduportal.providedBy(getRequest()) and settings().published:
        _touch()


def _touch() -> None:
    """A write to the catalogue moves the counter that every kept page is bound to."""
    for language in sections.LANGUAGES:
        section = sections.find(SECTION, language)
        if section is not None:
            section.reindexObject(idxs=["modified"])
