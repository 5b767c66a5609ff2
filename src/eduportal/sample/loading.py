"""Making the samples: real legal texts, pages, news and resources, published in the past."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from DateTime import DateTime
from datetime import date
from eduportal import mandate
from eduportal.attachments.behavior import Attachment
from eduportal.attachments.behavior import arrange
from eduportal.content_types.official_document.settings import shipped
from eduportal.interfaces import IEduportal
from eduportal.sample import marks
from eduportal.sample import media
from eduportal.sample.data_files import file_bytes
from eduportal.sample.data_files import table
from eduportal.sample.procedures import load_procedures
from eduportal.sample.seasons import load_seasons
from eduportal.sample.services import load_services
from eduportal.sections import find
from eduportal.terms import find as find_term
from eduportal.units.model import Unit
from eduportal.units.settings import current_unit
from plone import api
from plone.app.multilingual.interfaces import ITranslationManager
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import ObjectModifiedEvent

MARK = " (mẫu)"
FILE = "van-ban-mau.pdf"
# Documents and resources went on line on one past day; news has its own days.
DAY = "2026-08-17"


@dataclass(frozen=True)
class Sample:
    """One object to make: where, of which type, with which fields."""

    key: str
    type: str
    section: str
    language: str
    fields: dict
    day: str
    translates: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


def load(portal) -> list[str]:
    """Make what was never made before; the keys of what this run made."""
    unit = current_unit()
    if unit is None:
        return []
    # multilingual gives content its language only while its browser layer is on the request
    alsoProvides(getRequest(), IEduportal)
    before = marks.loaded(portal)
    made = {}
    with api.env.adopt_roles(["Manager"]):
        for sample in _samples(unit):
            section = find(sample.section, sample.language)
            if sample.key in before or section is None:
                continue
            made[sample.key] = _make(section, sample)
            if sample.translates in made:
                ITranslationManager(made[sample.translates]).register_translation(
                    sample.language, made[sample.key]
                )
        _relate(made)
        services = load_services(unit, before, MARK, DAY)
        seasons = load_seasons(unit, before, MARK, DAY)
        procedures = load_procedures(unit, before, MARK, DAY)
    marks.remember(portal, before | {*made, *services, *seasons, *procedures})
    return [*made, *services, *seasons, *procedures]


def apply_profile(setup_tool) -> None:
    """Post handler of the profile ``eduportal:sample``."""
    load(api.portal.get())


def _samples(unit: Unit) -> Iterator[Sample]:
    yield from _documents()
    yield from _pages(unit)
    yield from _resources()


def _documents() -> Iterator[Sample]:
    data = table("documents")
    catalogue = mandate.catalogue()
    for source_id in data["sources"]:
        source = catalogue.source(source_id)
        title = source.title_vi + MARK
        with_file = source_id in data["with_file"]
        yield Sample(
            key=f"document-{source_id}",
            type="OfficialDocument",
            section="document-register",
            language="vi",
            fields={
                "title": title,
                "title_en": f"{source.title_en} (sample)",
                "number": source.number,
                "kind": find_term(shipped("kinds"), source.kind).token,
                "issuer": source.issuer,
                "issued_on": _day(source.issued_on),
                "effective_on": _day(source.in_force_from),
                "expires_on": _day(source.ended_on),
                "subject_areas": tuple(data["subject_areas"].get(source_id, ())),
            },
            day=DAY,
            attachments=[Attachment(title="Văn bản mẫu", file=_file())] if with_file else [],
        )


def _relate(made: dict) -> None:
    """What replaces what among the legal texts, as the mandate's sources say it."""
    intids = getUtility(IIntIds)
    for source in mandate.catalogue().sources():
        earlier = made.get(f"document-{source.id}")
        for later_id in source.replaced_by:
            later = made.get(f"document-{later_id}")
            if earlier is None or later is None:
                continue
            later.replaces = [*(later.replaces or ()), RelationValue(intids.getId(earlier))]
            notify(ObjectModifiedEvent(later))
            later.setModificationDate(later.effective())
            later.reindexObject(idxs=["modified"])


def _pages(unit: Unit) -> Iterator[Sample]:
    tier = mandate.kinds()[unit.tier].tier
    names = {"unit": unit.name, "unit_en": unit.name_en or unit.name}
    for item in table("pages")["item"]:
        if tier not in item.get("tiers", [tier]):
            continue
        translates = item.get("translates", "")
        yield Sample(
            key=item["key"],
            type=item["type"],
            section=item["section"],
            language="en" if translates else "vi",
            fields={
                "title": item["title"],
                "description": item["description"],
                "text": RichTextValue(
                    item["text"].format(**names), "text/html", "text/x-html-safe"
                ),
                **media.fields_of(item),
            },
            day=item["day"],
            translates=translates,
            pictures=item.get("pictures", []),
        )


def _resources() -> Iterator[Sample]:
    for resource in table("resources")["resource"]:
        fields = {name: value for name, value in resource.items() if name not in ("key", "file")}
        if resource.get("file"):
            fields["file"] = _file()
        yield Sample(
            key=resource["key"],
            type="Resource",
            section="resource-library",
            language="vi",
            fields=fields,
            day=DAY,
        )


def _make(section, sample: Sample):
    content = createContent(sample.type, language=sample.language, **sample.fields)
    marks.mark(content)
    made = addContentToContainer(section, content, checkConstraints=False)
    _attach(made, sample.attachments)
    media.add_pictures(made, sample.pictures)
    day = DateTime(f"{sample.day} 08:00:00 Asia/Ho_Chi_Minh")
    api.content.transition(made, to_state="published")
    made.setEffectiveDate(day)
    made.creation_date = day
    made.modification_date = day
    made.reindexObject(idxs=["effective", "created", "Date"])
    return made


def _attach(made, attachments: list[Attachment]) -> None:
    """The files inside a sample are samples too."""
    if not attachments:
        return
    arrange(made, attachments)
    for child in made.objectValues():
        marks.mark(child)
        child.reindexObject(idxs=["object_provides"])


def _file() -> NamedBlobFile:
    return NamedBlobFile(data=file_bytes(FILE), contentType="application/pdf", filename=FILE)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
