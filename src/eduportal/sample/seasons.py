"""Sample admission seasons, each with the sample service that belongs to it."""

from DateTime import DateTime
from eduportal import online_services
from eduportal.sample import marks
from eduportal.sample.data_files import table
from eduportal.sections import find
from eduportal.units.model import Unit
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent

OWN = ("id", "kinds", "ready", "title", "title_en")


def load_seasons(unit: Unit, before: set[str], mark: str, day: str) -> list[str]:
    """Make and publish those of ``data/seasons.toml`` for this unit; the keys of what was made."""
    section = find("admission-information", "vi")
    made = []
    for entry in table("seasons")["season"]:
        key = f"season-{entry['id']}"
        if key in before or section is None or unit.kind.code not in entry["kinds"]:
            continue
        fields = {name: value for name, value in entry.items() if name not in OWN}
        content = createContent(
            "AdmissionSeason",
            **{name: _plain(value) for name, value in fields.items()},
            title=entry["title"] + mark,
            title_en=f"{entry['title_en']} (sample)",
        )
        season = addContentToContainer(section, content, checkConstraints=False)
        marks.mark(season)
        api.content.transition(season, to_state="published")
        season.setEffectiveDate(DateTime(f"{day} 08:00:00 Asia/Ho_Chi_Minh"))
        season.reindexObject()
        _join(season, online_services.ready_services()[entry["ready"]].words["vi"]["title"] + mark)
        made.append(key)
    return made


def _join(season, title: str) -> None:
    """The sample service of that name belongs to the season, unless it has another."""
    for service in marks.samples():
        if service.portal_type == "Service" and service.title == title and not service.season:
            service.season = season.UID()


def _plain(value):
    return tuple(value) if isinstance(value, list) else value
