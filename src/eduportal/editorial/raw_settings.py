"""Settings through which scripts could enter pages are a Manager's, whatever screen writes them.

Portals that share one host share one browser origin, so a script of one unit could act in the name
of a neighbour's visitors. Control panels are not the place to enforce it: plone.restapi's
``@controlpanels`` asks for no panel's own permission, and the site panel mixes one raw field
(``webstats_js``) with harmless ones that a unit's administrator does need.
"""

from AccessControl import getSecurityManager
from eduportal import _
from plone import api
from plone.registry.interfaces import IRecordAddedEvent
from plone.registry.interfaces import IRecordModifiedEvent
from plone.registry.interfaces import IRecordRemovedEvent
from zExceptions import Forbidden
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.i18n import translate

RECORDS = ("plone.webstats_js",)

INTERFACES = (
    "plone.app.theming.interfaces.IThemeSettings",
    "plone.base.interfaces.controlpanel.IFilterSchema",
    "plone.base.interfaces.controlpanel.IMarkupSchema",
    "plone.base.interfaces.controlpanel.ITinyMCEResourceTypesSchema",
    "plone.base.interfaces.controlpanel.ITinyMCESchema",
    "plone.base.interfaces.controlpanel.ITypesSchema",
    "plone.base.interfaces.resources.IBundleRegistry",
)


@adapter(IRecordAddedEvent)
def refuse_new_record(event: IRecordAddedEvent) -> None:
    """A record that is new, such as a resource bundle."""
    _refuse(event.record)


@adapter(IRecordRemovedEvent)
def refuse_removed_record(event: IRecordRemovedEvent) -> None:
    """A record that is taken away."""
    _refuse(event.record)


@adapter(IRecordModifiedEvent)
def refuse_changed_record(event: IRecordModifiedEvent) -> None:
    """A new value; saving a form with the value it showed changes nothing and is let pass."""
    if (event.oldValue or None) != (event.newValue or None):
        _refuse(event.record)


def _refuse(record) -> None:
    field = record.field
    if record.__name__ not in RECORDS and field.interfaceName not in INTERFACES:
        return
    user = getSecurityManager().getUser()
    portal = api.portal.get()
    # no screen lets anyone below write settings; set-up and command line sign nobody in
    if not user.has_role("Site Administrator", portal) or user.has_role("Manager", portal):
        return
    message = _(
        "refused_raw_setting",
        default=(
            "The setting “${title}” can bring scripts into pages and is kept by the administrator "
            "of the whole system. Ask them to change it."
        ),
        mapping={"title": field.title or record.__name__},
    )
    raise Forbidden(translate(message, context=getRequest()))
