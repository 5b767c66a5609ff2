"""Sample procedures: real ones of each level, with the service and the forms they go with."""

from DateTime import DateTime
from eduportal.sample import marks
from eduportal.sample.data_files import table
from eduportal.sections import find
from eduportal.units.model import Unit
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent

APART = ("key", "kinds", "forms", "service")
FILLED = ("place", "handler_phone", "handler_email")


def load_procedures(unit: Unit, before: set[str], mark: str, day: str) -> list[str]:
    """Make and publish those of ``data/procedures.toml`` for this unit; the keys of those made.

    The unit's forms and its sample services are there already.
    """
    section, made = find("procedure-list", "vi"), []
    if section is None:
        return made
    for entry in table("procedures")["procedure"]:
        if entry["key"] in before or not {unit.kind.code, unit.kind.tier} & set(entry["kinds"]):
            continue
        procedure = addContentToContainer(section, _content(unit, entry, mark), False)
        api.content.transition(procedure, to_state="published")
        moment = DateTime(f"{day} 08:00:00 Asia/Ho_Chi_Minh")
        procedure.setEffectiveDate(moment)
        procedure.creation_date = procedure.modification_date = moment
        procedure.reindexObject(idxs=["effective", "created", "Date"])
        _join(entry, mark, procedure)
        made.append(entry["key"])
    return made


def _content(unit: Unit, entry: dict, mark: str):
    fields = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in entry.items()
        if name not in APART
    }
    if entry.get("handler_name"):
        fields |= {"handler_phone": "{phone}", "handler_email": "{email}"}
    own = {"phone": unit.phone, "email": unit.email, "address": unit.address or unit.name}
    fields |= {name: fields[name].format(**own) for name in FILLED if name in fields}
    fields["title"] += mark
    fields["title_en"] += " (sample)"
    content = createContent("Procedure", forms=tuple(_forms(entry.get("forms", ()))), **fields)
    marks.mark(content)
    return content


def _forms(ids):
    library = find("forms-library", "vi")
    for name in ids:
        if library is not None and name in library:
            yield api.content.get_uuid(library[name])


def _join(entry: dict, mark: str, procedure) -> None:
    """The sample service carries the sample procedure out."""
    if "service" not in entry:
        return
    catalog = api.portal.get_tool("portal_catalog")
    wanted = entry["service"] + mark
    for brain in catalog.unrestrictedSearchResults(portal_type="Service"):
        if brain.Title == wanted:
            service = brain.getObject()
            service.procedure = api.content.get_uuid(procedure)
            # as a date of the past: indexing all of it would be a change of today
            service.reindexObject(idxs=["edu_procedure"])
