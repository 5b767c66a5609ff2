"""``GET /<unit>/@mandate``: what is asked of the unit, and where it is met."""

from eduportal import mandate
from eduportal.legal_basis.places import Places
from eduportal.legal_basis.places import visible_places
from eduportal.sections import LANGUAGES
from eduportal.units.settings import current_unit
from plone import api
from plone.restapi.services import Service


class MandateGet(Service):
    """The requirements of the unit's tier; what is only planned says so in ``state``."""

    def reply(self) -> dict:
        unit = current_unit()
        if unit is None:
            self.request.response.setStatus(404)
            return {"error": {"type": "NotFound", "message": "This site belongs to no unit yet."}}
        catalogue = mandate.catalogue()
        places = visible_places(unit.tier)
        language = self._language()
        return {
            "@id": f"{self.context.absolute_url()}/@mandate",
            "edition": catalogue.edition.id,
            "tier": unit.kind.tier,
            "kind": unit.tier,
            "requirements": [
                _requirement(catalogue, requirement, unit.tier, places, language)
                for requirement in catalogue.requirements(unit.kind.tier)
            ],
        }

    def _language(self) -> str:
        asked = self.request.form.get("lang")
        return asked if asked in LANGUAGES else api.portal.get_current_language()


def _requirement(
    catalogue: mandate.Catalogue,
    requirement: mandate.Requirement,
    kind: str,
    places: Places,
    language: str,
) -> dict:
    return {
        "id": requirement.id,
        "title": requirement.title_en if language == "en" else requirement.title_vi,
        "obligation": requirement.obligation,
        "check": requirement.check,
        "state": requirement.state,
        "citations": [
            _citation(catalogue.source(one.source), one, language) for one in requirement.citations
        ],
        "sections": [
            {"id": section.id, **_addresses(section.id, places)}
            for section in catalogue.serving(requirement.id, kind)
        ],
        "capability": requirement.capability,
    }


def _citation(source: mandate.Source, citation: mandate.Citation, language: str) -> dict:
    return {
        "source": source.id,
        "number": source.number,
        "label": source.label_en if language == "en" else source.label_vi,
        "where": citation.where,
        "quote": citation.quote,
        "validity": source.validity,
    }


def _addresses(section_id: str, places: Places) -> dict[str, str | None]:
    return {
        language: place.url if (place := places.get((section_id, language))) else None
        for language in LANGUAGES
    }
