"""A page of the weekly calendar begins with the title of its week."""

from datetime import date
from datetime import timedelta
from eduportal import _
from eduportal.content_types.section.section import ISection
from eduportal.face.dates import today
from eduportal.interfaces import IEduportal
from plone.app.dexterity.behaviors.metadata import IBasic
from plone.dexterity.browser.add import DefaultAddForm
from z3c.form.widget import ComputedWidgetAttribute
from zope.i18n import translate
from zope.i18nmessageid import Message

SECTION = "work-calendar"
TYPE = "Document"
THURSDAY = 3


def week_title(day: date) -> Message:
    """From Thursday on it is the next week that one writes about."""
    monday = day - timedelta(days=day.weekday())
    if day.weekday() >= THURSDAY:
        monday += timedelta(days=7)
    sunday = monday + timedelta(days=6)
    return _(
        "desk_week_title",
        default="Work calendar from ${monday} to ${sunday}",
        mapping={"monday": f"{monday:%d/%m/%Y}", "sunday": f"{sunday:%d/%m/%Y}"},
    )


def _title(widget) -> str | None:
    if widget.view.portal_type != TYPE or widget.context.section_id != SECTION:
        return widget.field.default
    return translate(week_title(today()), target_language=widget.context.Language())


# A default of the widget: Plone takes no values for a form from an address.
BeginWithTheWeek = ComputedWidgetAttribute(
    _title,
    context=ISection,
    request=IEduportal,
    view=DefaultAddForm,
    field=IBasic["title"],
)
