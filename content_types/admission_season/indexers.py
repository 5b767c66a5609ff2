"""What the catalogue knows of a season; nothing of those who apply."""

from eduportal.content_types.admission_season.admission_season import IAdmissionSeason
from plone.indexer import indexer


@indexer(IAdmissionSeason)
def edu_title_en(season: IAdmissionSeason) -> str:
    return season.title_en or ""


@indexer(IAdmissionSeason)
def SearchableText(season: IAdmissionSeason) -> str:
    words = [
        season.title,
        season.title_en,
        season.school_year,
        season.description,
        season.description_en,
        season.audience,
        season.area,
        season.method,
        season.conditions,
        *(season.dossier or ()),
        season.place,
    ]
    return " ".join(word for word in words if word)
