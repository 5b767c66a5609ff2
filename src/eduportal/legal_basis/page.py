"""The page "Căn cứ pháp lý": which rule is met where."""

from eduportal import _
from eduportal.legal_basis.places import visible_places
from eduportal.legal_basis.statement import Group
from eduportal.legal_basis.statement import Statement
from eduportal.mandate import Source
from eduportal.units.settings import current_unit
from functools import cached_property
from Products.Five.browser import BrowserView

COUNTS = {
    "requirements": _("Requirements that apply to this unit"),
    "mandatory": _("Mandatory"),
    "recommended": _("Recommended"),
    "essential": _("Essential"),
    "sections": _("Met in the sections"),
    "capability": _("Met by the portal's functions"),
    "unavailable": _("No public section at present"),
    "planned": _("Under development"),
}

OBLIGATIONS = {"mandatory": COUNTS["mandatory"], "recommended": COUNTS["recommended"]}


class LegalBasis(BrowserView):
    """View ``legal_basis`` of a section; ``?source=tt53`` keeps one source."""

    @cached_property
    def language(self) -> str:
        return self.context.Language() or "vi"

    @cached_property
    def statement(self) -> Statement | None:
        unit = current_unit()
        return unit and Statement(unit.tier, visible_places(unit.tier), self.language)

    @cached_property
    def groups(self) -> list[Group]:
        return self.statement.groups()

    @property
    def chosen(self) -> str:
        """The source asked for, or nothing where there is no such source."""
        asked = self.request.form.get("source", "")
        return asked if asked in {group.source.id for group in self.groups} else ""

    def shown(self) -> list[Group]:
        return [one for one in self.groups if self.chosen in ("", one.source.id)]

    def counts(self) -> list[tuple[str, int]]:
        counted = self.statement.counts()
        return [(COUNTS[name], number) for name, number in counted.items()]

    def label(self, source: Source) -> str:
        return source.label_en if self.language == "en" else source.label_vi

    def title(self, titled) -> str:
        return titled.title_en if self.language == "en" else titled.title_vi

    def obligation(self, requirement) -> str:
        return OBLIGATIONS[requirement.obligation]
