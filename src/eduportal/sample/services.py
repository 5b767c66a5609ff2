"""Sample services: ready-made ones that can be tried at once, and one that is a link."""

from DateTime import DateTime
from eduportal import online_services
from eduportal.sample import marks
from eduportal.sample.data_files import table
from eduportal.sections import find
from eduportal.units.model import Unit
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent


def load_services(unit: Unit, before: set[str], mark: str, day: str) -> list[str]:
    """Make and publish those of ``data/services.toml`` for this unit; the keys of what was made."""
    made = []
    for entry in table("services")["service"]:
        key = f"service-{entry['id']}"
        if key in before or not {unit.kind.code, unit.kind.tier} & set(entry["kinds"]):
            continue
        service = _ready(entry, mark) if "ready" in entry else _link(entry, mark)
        if service is None:
            continue
        for language in ("vi", "en"):
            form = online_services.form_of(service, language)
            if form is not None:
                marks.mark(form)
                form.reindexObject(idxs=["object_provides"])
        marks.mark(service)
        api.content.transition(service, to_state="published")
        service.setEffectiveDate(DateTime(f"{day} 08:00:00 Asia/Ho_Chi_Minh"))
        service.reindexObject()
        made.append(key)
    return made


def _ready(entry: dict, mark: str):
    ready = online_services.ready_services()[entry["ready"]]
    if find(ready.section, "vi") is None and find("service-catalogue", "vi") is None:
        return None
    return online_services.add(
        ready,
        title=ready.words["vi"]["title"] + mark,
        title_en=f"{ready.words['en']['title']} (sample)",
    )


def _link(entry: dict, mark: str):
    section = find("service-catalogue", "vi")
    if section is None:
        return None
    fields = {name: value for name, value in entry.items() if name not in ("id", "kinds")}
    content = createContent(
        "Service",
        **fields | {"title": entry["title"] + mark, "title_en": f"{entry['title_en']} (sample)"},
        kind="link",
    )
    return addContentToContainer(section, content, checkConstraints=False)
