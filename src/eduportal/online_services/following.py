"""What happens to a service happens to its forms."""

from eduportal.content_types.service import IService
from eduportal.online_services.making import ensure_form
from eduportal.online_services.making import follow
from eduportal.online_services.making import form_of
from eduportal.online_services.making import name_forms
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone import api
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


@adapter(IService, IObjectAddedEvent)
def added(service: IService, event: IObjectAddedEvent) -> None:
    """A new service gets its form; a copied one's form names the copy from now on."""
    ensure_form(service)


@adapter(IService, IObjectModifiedEvent)
def modified(service: IService, event: IObjectModifiedEvent) -> None:
    """A link that became a form gets its form; another name is the forms', too."""
    ensure_form(service)
    name_forms(service)


@adapter(IService, IAfterTransitionEvent)
def stepped(service: IService, event: IAfterTransitionEvent) -> None:
    """The English form lies elsewhere: it is published and withdrawn with the service."""
    english = form_of(service, "en")
    if english is not None:
        follow(service, english)


@adapter(IService, IObjectWillBeRemovedEvent)
def removed(service: IService, event: IObjectWillBeRemovedEvent) -> None:
    """An English form without its service would take nothing."""
    english = form_of(service, "en") if event.object is service else None
    if english is not None:
        with api.env.adopt_roles(["Manager"]):
            api.content.delete(english, check_linkintegrity=False)
