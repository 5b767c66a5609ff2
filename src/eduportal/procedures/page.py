"""A procedure's page: its parts in the order of the National Public Service Portal."""

from dataclasses import dataclass
from dataclasses import field
from eduportal import _
from eduportal.content_types.procedure.indexers import missing_information
from eduportal.content_types.procedure.papers import Paper
from eduportal.content_types.procedure.papers import papers
from eduportal.content_types.procedure.rest import basis
from eduportal.content_types.procedure.settings import title_of
from eduportal.procedures.levels import Level
from eduportal.procedures.official_contact import refused_mail
from eduportal.procedures.rows import level
from eduportal.procedures.services import by_procedure
from eduportal.procedures.services import public_forms
from eduportal.procedures.services import services
from eduportal.procedures.words import MISSING
from eduportal.procedures.words import OPENINGS
from eduportal.procedures.words import SCHEMES
from eduportal.procedures.words import days_words
from eduportal.procedures.words import level_words
from eduportal.units.settings import current_unit
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Link:
    """Where a value leads; ``url`` is ``""`` for a name alone."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class Part:
    """A labelled part; only one of its values is filled.

    ``told`` is in the page's language, everything else is as the unit wrote it, in Vietnamese.
    """

    name: str
    label: str
    text: str = ""
    told: str = ""
    steps: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    links: tuple[Link, ...] = ()
    note: str = field(default="")

    @property
    def empty(self) -> bool:
        return not (self.text or self.told or self.steps or self.papers or self.links or self.note)


class ProcedurePage(BrowserView):
    """What is known of it; what is not is left out for visitors and named to editors."""

    body = ViewPageTemplateFile("parts.pt")

    @cached_property
    def language(self) -> str:
        return api.portal.get_current_language()

    @cached_property
    def record(self):
        return self.context

    @cached_property
    def foreign(self) -> str | None:
        """The language of what only the record itself says, where the page's is another."""
        return None if self.language == "vi" else "vi"

    @cached_property
    def parts(self) -> list[Part]:
        one = self.record
        found = [
            Part("code", _("Code of the procedure"), text=one.code or ""),
            Part(
                "area", _("procedure_field", default="Field"), told=self._title("areas", one.area)
            ),
            Part(
                "authority", _("Level of authority"), told=self._title("authorities", one.authority)
            ),
            self._agency(),
            Part("steps", _("procedure_steps", default="Steps"), steps=tuple(one.steps or ())),
            Part("ways", _("Ways of applying"), told=self._titles("ways", one.ways)),
            Part(
                "dossier",
                _("procedure_dossier", default="Dossier"),
                papers=tuple(papers(one.dossier)),
                note=self._sets(),
            ),
            Part(
                "time",
                _("procedure_time", default="Time limit"),
                told=days_words(one.days),
                text=one.time_note or "",
            ),
            Part(
                "audiences",
                _("procedure_audiences", default="Who may apply"),
                told=self._titles("audiences", one.audiences),
            ),
            Part("result", _("procedure_result", default="Result"), text=one.result or ""),
            Part("fee", _("Fees and charges"), told=self._fee(), text=one.fee_note or ""),
            Part(
                "forms",
                _("procedure_forms", default="Forms"),
                links=(*self._forms(), *_names(one.other_forms)),
            ),
            Part("conditions", _("Requirements and conditions"), text=one.conditions or ""),
            Part("basis", _("Legal basis"), links=(*self._basis(), *_names(one.legal_basis_text))),
            Part("place", _("Place of reception"), text=one.place or ""),
        ]
        return [part for part in found if not part.empty]

    def handler(self) -> dict | None:
        """Whom to ask: TT 53/2012 Điều 14.3.b wants name and contact of who handles it."""
        one = self.record
        if not (one.handler_name or one.handler_phone or one.handler_email):
            return None
        return {
            "name": one.handler_name or "",
            "position": one.handler_position or "",
            "phone": one.handler_phone or "",
            "call": "".join(sign for sign in one.handler_phone or "" if sign in "+0123456789"),
            "email": one.handler_email or "",
        }

    def services(self) -> list[dict]:
        """Where one applies online; what a visitor may not see is not offered to anybody."""
        english = self.language == "en"
        return [
            {
                "url": one.url,
                "title": (one.title_en if english else "") or one.title,
                "lang": None if not english or one.title_en else "vi",
                "opening": one.opening,
                "opening_title": OPENINGS[one.opening],
                "elsewhere": one.elsewhere,
            }
            for one in self._offers
            if one.public
        ]

    @cached_property
    def level(self) -> Level:
        facts = {
            "missing": missing_information(self.record),
            "forms": tuple(self.record.forms or ()),
        }
        return level(facts, self._offers, public_forms())

    def level_words(self) -> dict:
        return {"scheme": SCHEMES[self.level.scheme], "level": level_words(self.level.number)}

    def to_do(self) -> list:
        """For editors: what the next level wants."""
        return [MISSING[name] for name in self.level.missing] if self.may_edit else []

    def refused_mail(self) -> str:
        """For editors: why the handler's mailbox may not be published, if so."""
        return refused_mail(self.record.handler_email, self.language) if self.may_edit else ""

    @cached_property
    def may_edit(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.record)

    @cached_property
    def _offers(self) -> list:
        uid = api.content.get_uuid(self.record)
        return by_procedure(services(edu_procedure=uid)).get(uid, [])

    def _agency(self) -> Part:
        unit = current_unit()
        own = self.record.agency or ""
        if own or unit is None:
            return Part("agency", _("procedure_agency", default="Carried out by"), text=own)
        english = self.language == "en" and unit.name_en
        return Part(
            "agency",
            _("procedure_agency", default="Carried out by"),
            told=unit.name_en if english else unit.name,
        )

    def _sets(self):
        sets = self.record.dossier_sets
        if not sets or not self.record.dossier:
            return ""
        return _(
            "procedure_dossier_sets", default="Number of sets: ${sets}", mapping={"sets": str(sets)}
        )

    def _fee(self):
        fee = self.record.fee
        if fee is None:
            return ""
        if not fee:
            return _("No fee")
        shown = f"{fee:,}" if self.language == "en" else f"{fee:,}".replace(",", ".")
        return _("procedure_fee_in_dong", default="${fee} dong", mapping={"fee": shown})

    def _forms(self) -> list[Link]:
        """The chosen forms that this visitor may see, in the order chosen."""
        wanted = list(self.record.forms or ())
        if not wanted:
            return []
        brains = api.portal.get_tool("portal_catalog")(portal_type="FormTemplate", UID=wanted)
        found = {brain.UID: Link(brain.Title, brain.getURL()) for brain in brains}
        return [found[uid] for uid in wanted if uid in found]

    def _basis(self) -> list[Link]:
        return [
            Link(f"{one.number}: {one.title}" if one.number else one.title, one.absolute_url())
            for one in basis(self.record)
        ]

    def _title(self, name: str, value: str | None) -> str:
        return title_of(name, value, self.language)

    def _titles(self, name: str, values) -> str:
        return "; ".join(self._title(name, value) for value in values or ())


def _names(lines) -> list[Link]:
    return [Link(line) for line in lines or ()]
