"""The season's own page, for parents: what, who, when, how; and later how the result is found."""

from dataclasses import dataclass
from datetime import UTC
from datetime import datetime
from eduportal import _
from eduportal.admissions import ledger
from eduportal.admissions import places
from eduportal.admissions import results
from eduportal.admissions import seasons
from eduportal.caching import expires
from eduportal.content_types.admission_season import rules
from eduportal.content_types.admission_season.vocabularies import GRADES
from eduportal.face.dates import short
from eduportal.face.dates import today
from eduportal.face.place import Place
from eduportal.online_services import form_of
from functools import cached_property
from plone import api
from plone.uuid.interfaces import IUUID
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound

TEXTS = {
    "audience": _("Who may apply"),
    "area": _("Catchment area"),
    "method": _("Form of admission"),
    "conditions": _("Conditions"),
}
FRESH = 120
"""Seconds for which counts are shown: they lie in a database of their own, as the cases do."""


@dataclass(frozen=True)
class Fact:
    """A line of the table; ``lang`` where the text is not in the page's language."""

    label: str
    lines: list[str]
    lang: str | None = None


class SeasonPage(Place, BrowserView):
    """At the season in Vietnamese; ``@@admission-season?season=…`` at the root of a language."""

    body = ViewPageTemplateFile("season_body.pt")

    @cached_property
    def season(self):
        return self.context

    @property
    def page_heading(self) -> str:
        return self.title.text

    @cached_property
    def title(self):
        return self.told("title")

    @cached_property
    def summary(self):
        return self.told("description")

    def told(self, name: str) -> "Told":
        """A field in the page's language, else in Vietnamese and marked so."""
        english = getattr(self.season, f"{name}_en", None) if self.language == "en" else None
        value = english or getattr(self.season, name, None) or ""
        foreign = self.language == "en" and not english
        return Told(value, "vi" if foreign and value else None)

    def facts(self) -> list[Fact]:
        """What is known, in the order in which TT 37/2020 Điều 9 asks for it."""
        season = self.season
        found = [
            Fact(_("School year"), [season.school_year]),
            Fact(_("Admission to"), [GRADES.get(season.grade, season.grade)]),
            Fact(_("Places"), [str(season.quota)] if season.quota else []),
            *(self._fact(label, name) for name, label in TEXTS.items()),
            self._fact(_("Dossier"), "dossier"),
            self._fact(_("Place"), "place"),
            Fact(_("Questions to"), [season.contact] if season.contact else [], "vi"),
        ]
        return [fact for fact in found if fact.lines]

    def _fact(self, label: str, name: str) -> Fact:
        told = self.told(name)
        lines = told.text.splitlines() if isinstance(told.text, str) else list(told.text)
        return Fact(label, [line for line in lines if line.strip()], told.lang)

    def milestones(self) -> dict:
        """The calendar with the step that runs now: ``lang``, ``steps``."""
        told, day = self.told("milestones"), today()
        steps = []
        for line in told.text or ():
            step = rules.milestone(line)
            when = short(step.first)
            if step.last != step.first:
                when = f"{when} – {short(step.last)}"
            now = step.first <= day <= step.last
            steps.append({"when": when, "text": step.text, "now": now, "over": step.last < day})
        return {"lang": told.lang, "steps": steps}

    def papers(self) -> list[dict]:
        """Plan and notice, as far as this visitor may see them: ``label``, ``title``, ``url``."""
        named = (("plan", _("Admission plan")), ("notice", _("Admission notice")))
        found = []
        for name, label in named:
            relations = getattr(self.season, name, None) or ()
            targets = [one.to_object for one in relations if not one.isBroken()]
            seen = self._seen([IUUID(target) for target in targets])
            found += [
                {"label": label, "title": brain.Title, "url": brain.getURL()}
                for brain in (seen.get(IUUID(target)) for target in targets)
                if brain is not None
            ]
        return found

    def services(self) -> list[dict]:
        """Where to apply: ``title``, ``lang``, ``url``, ``opening`` and the days of it."""
        return [self._service(one) for one in seasons.services_of_season(self.season)]

    def _service(self, service) -> dict:
        english = getattr(service, "title_en", "") if self.language == "en" else ""
        opens, closes = (
            seasons.in_viet_nam(getattr(service, name, None)) for name in ("opens", "closes")
        )
        for moment in (opens, closes):
            if moment is not None and moment > datetime.now(UTC):
                expires(self.request, at=moment)
        return {
            "title": english or service.title,
            "lang": "vi" if self.language == "en" and not english else None,
            "url": self._address(service),
            "opening": service.opening(),
            "opens": f"{opens:%H:%M %d/%m/%Y}" if opens else "",
            "closes": f"{closes:%H:%M %d/%m/%Y}" if closes else "",
        }

    def _address(self, service) -> str:
        """English readers go straight to the English form, where there is one."""
        form = form_of(service, "en") if self.language == "en" else None
        return (form if form is not None else service).absolute_url()

    @cached_property
    def hour(self) -> datetime | None:
        return seasons.in_viet_nam(self.season.results_at)

    @property
    def hour_shown(self) -> str:
        return f"{self.hour:%H:%M %d/%m/%Y}" if self.hour else ""

    @cached_property
    def public(self) -> bool:
        """Whether results are public; the page is made anew when the hour comes."""
        if self.hour is not None and self.hour > datetime.now(UTC):
            expires(self.request, at=self.hour)
        return seasons.results_are_public(self.season)

    @cached_property
    def lines(self) -> dict:
        expires(self.request, seconds=FRESH)
        return ledger.lines(self.portal, self.season)

    def counts(self) -> places.Places | None:
        """How many were admitted; nothing before the hour."""
        return places.places(self.season.quota, self.lines) if self.public else None

    def numbers(self) -> list[str]:
        """Registration numbers of those admitted, where the season says so and after the hour."""
        if not (self.public and self.season.publishes_numbers):
            return []
        admitted = (line for line in self.lines.values() if line.outcome == results.ADMITTED)
        return sorted(line.number for line in admitted if line.number)

    @property
    def enrol_until(self) -> str:
        return short(self.season.enrol_until)

    @property
    def lookup_url(self) -> str:
        return f"{self.root_url}/@@admission-result?season={IUUID(self.season)}"

    @property
    def is_officer(self) -> bool:
        return bool(api.user.has_permission("eduportal: Handle cases", obj=self.portal))

    @property
    def officers_url(self) -> str:
        return f"{self.root_url}/@@applicants?season={IUUID(self.season)}"

    def _seen(self, uids: list[str]) -> dict:
        catalog = api.portal.get_tool("portal_catalog")
        return {brain.UID: brain for brain in catalog(UID=uids)} if uids else {}


@dataclass(frozen=True)
class Told:
    """What a field says, and its language where that is not the page's."""

    text: str | tuple
    lang: str | None


class SeasonAtRoot(SeasonPage):
    """The same season for readers of another language: it exists once."""

    @cached_property
    def season(self):
        return chosen(self.request)


def chosen(request):
    """The season that ``?season=`` names, if this visitor may see it; else 404."""
    uid = str(request.form.get("season", ""))
    brains = (
        api.portal.get_tool("portal_catalog")(UID=uid, portal_type="AdmissionSeason") if uid else ()
    )
    if not brains:
        raise NotFound(uid)
    return brains[0].getObject()
