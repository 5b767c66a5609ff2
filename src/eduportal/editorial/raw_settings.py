"""Settings through which scripts could enter pages are a Manager's, whatever screen writes them.

Portals that share one host share one browser origin, so a script of one unit could act in the name
of a neighbour's visitors. Control panels are not the place to enforce it: plone.restapi's
``@controlpanels`` asks for no panel's own permission, and the site panel mixes one raw field
(``webstats_js``) with harmless ones that a unit's administrator does need.
"""

from eduportal import _
from eduportal.editorial.limits import refuse_administrator
from plone import api
from plone.registry.interfaces import IRecordAddedEvent
from plone.registry.interfaces import IRecordModifiedEvent
from plone.registry.interfaces import IRecordRemovedEvent
from zope.component import adapter

RECORDS = ("plone.webstats_js",)

THEMES = (
    "plone.app.theming.interfaces.IThemeSettings",
    "plone.base.interfaces.resources.IBundleRegistry",
)
"""Open to who may theme the portal: nobody but Managers, unless ``look.theming`` opened it."""

INTERFACES = (
    "plone.base.interfaces.controlpanel.IFilterSchema",
    "plone.base.interfaces.controlpanel.IMarkupSchema",
    "plone.base.interfaces.controlpanel.ITinyMCEResourceTypesSchema",
    "plone.base.interfaces.controlpanel.ITinyMCESchema",
    "plone.base.interfaces.controlpanel.ITypesSchema",
)


@adapter(IRecordAddedEvent)
def refuse_new_record(event: IRecordAddedEvent) -> None:
    """A record that is new, such as a resource bundle."""
    _refuse_record(event.record)


@adapter(IRecordRemovedEvent)
def refuse_removed_record(event: IRecordRemovedEvent) -> None:
    """A record that is taken away."""
    _refuse_record(event.record)


@adapter(IRecordModifiedEvent)
def refuse_changed_record(event: IRecordModifiedEvent) -> None:
    """A new value; saving a form with the value it showed changes nothing and is let pass."""
    if (event.oldValue or None) != (event.newValue or None):
        _refuse_record(event.record)


def _refuse_record(record) -> None:
    field = record.field
    raw = record.__name__ in RECORDS or field.interfaceName in INTERFACES
    if raw or (field.interfaceName in THEMES and not _may_theme()):
        refuse_raw_setting(field.title or record.__name__)


def _may_theme() -> bool:
    return bool(api.user.has_permission("Plone Site Setup: Themes", obj=api.portal.get()))


def refuse_raw_setting(title: str) -> None:
    """Say to a unit's administrator whose setting this is."""
    refuse_administrator(
        _(
            "refused_raw_setting",
            default=(
                "The setting “${title}” can bring scripts into pages and is kept by the "
                "administrator of the whole system. Ask them to change it."
            ),
            mapping={"title": title},
        )
    )
