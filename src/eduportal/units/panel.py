"""Control panel "Unit": what a unit's own administrator may correct of it.

Id, kind, parent and domain are the instance's business: the command line changes them, because
neighbours, the tree and redirects depend on them. The kind is asked for once, on a site to which
the profile was applied by hand.
"""

from dataclasses import replace
from eduportal import _
from eduportal.spreadsheets import Problem
from eduportal.units import settings
from eduportal.units.events import UnitSavedEvent
from eduportal.units.fields import check_fields
from eduportal.units.fields import mended
from eduportal.units.fields import palettes
from eduportal.units.model import Unit
from eduportal.units.settings import IUnitSettings
from eduportal.units.spreadsheet import row_of
from plone import api
from plone.app.registry.browser import controlpanel
from z3c.form.interfaces import DISPLAY_MODE
from z3c.form.interfaces import IErrorViewSnippet
from zope import schema
from zope.component import getMultiAdapter
from zope.event import notify
from zope.interface import Invalid

EDITED = (
    "name",
    "name_en",
    "address",
    "phone",
    "email",
    "email_domain",
    "palette",
    "admin_name",
    "admin_email",
)
SHOWN = ("id", "tier", "parent", "domain")


class IUnitPanel(IUnitSettings):
    """The unit's record, with what is chosen from a list offered as such."""

    tier = schema.Choice(title=_("Kind of unit"), vocabulary="eduportal.kinds", required=False)
    palette = schema.Choice(title=_("Palette"), vocabulary="eduportal.palettes")


class UnitForm(controlpanel.RegistryEditForm):
    """The rules are those of the spreadsheet; what is saved here wins over the next one."""

    schema = IUnitPanel
    schema_prefix = settings.PREFIX
    label = _("Unit")
    description = _("Name, contacts and colours of the unit this portal belongs to.")

    def getContent(self) -> dict[str, str | None]:
        return {name: value or None for name, value in self.unit.as_dict().items()}

    @property
    def unit(self) -> Unit:
        """The portal's unit, or what a site without one can say of itself."""
        portal = api.portal.get()
        return settings.current_unit() or Unit(portal.getId(), portal.title, "", "")

    def updateFields(self) -> None:
        super().updateFields()
        self.fields = self.fields.select(*SHOWN, *EDITED)
        for name in SHOWN:
            self.fields[name].mode = DISPLAY_MODE
        if not self.unit.tier:
            self.fields["tier"].mode = None

    def extractData(self, setErrors: bool = True):
        data, errors = super().extractData(setErrors)
        self.wanted = self.unit.as_dict() | {key: data[key] or "" for key in data}
        self.problems = list(check_fields(row_of(self.wanted), (), palettes()))
        asked = [problem for problem in self.problems if problem.is_error]
        errors += tuple(self._error(p) for p in asked if p.column in self.widgets)
        return data, errors

    def applyChanges(self, data: dict) -> None:
        unit = replace(self.unit, **mended(dict(row_of(self.wanted).values)))
        settings.register()
        settings.store(unit)
        notify(UnitSavedEvent(api.portal.get(), unit))
        for problem in self.problems:
            api.portal.show_message(_text(problem), self.request, type="warning")

    def _error(self, problem: Problem):
        widget = self.widgets[problem.column]
        about = (Invalid(_text(problem)), self.request, widget, widget.field, self, self.context)
        view = getMultiAdapter(about, IErrorViewSnippet)
        view.update()
        widget.error = view
        return view


class UnitControlPanel(controlpanel.ControlPanelFormWrapper):
    """The page around the form."""

    form = UnitForm


def _text(problem: Problem) -> str:
    return problem.en if api.portal.get_current_language() == "en" else problem.vi
