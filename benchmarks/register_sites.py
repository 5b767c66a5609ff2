"""The corpus in a portal of ours and in a bare Plone site.

Documents are put straight into the section's tree and the catalogue, without the events of adding
(relations, working copies, the workflow's own cataloguing): 100,000 are there in minutes instead
of an hour, and what search meets is the same. ``filed`` takes the usual way, for the rate of real
work.
"""

from collections.abc import Iterable
from contextlib import contextmanager
from corpus import Record
from eduportal import sections
from eduportal.attachments.texts import IFileTexts
from eduportal.provisioning.requests import fresh
from figures import Spent
from figures import spent
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContent
from plone.dexterity.utils import createContentInContainer
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import ObjectCreatedEvent
import corpus
import transaction

REGISTER = "document-register"
AT_ONCE = 2000
PREFIX = "bench-"
FAR = 1_000_000


def count(app, site_id: str) -> int:
    """How many documents of the corpus a site holds."""
    types = ("OfficialDocument", "Document")
    with fresh(app, site_id):
        catalog = api.portal.get_tool("portal_catalog")
        return sum(
            brain.getId.startswith(PREFIX)
            for brain in catalog.unrestrictedSearchResults(portal_type=types)
        )


def address(app, site_id: str) -> str:
    """The register's path."""
    with fresh(app, site_id):
        return "/".join(sections.find(REGISTER).getPhysicalPath())


def fill(app, site_id: str, records: Iterable[Record]) -> Spent:
    """The corpus as published documents of the register; what cataloguing alone took."""
    with fresh(app, site_id), _bodies() as bodies:
        section = sections.find(REGISTER)
        return _put(section, records, lambda record: _document(record, bodies), "editorial")


def fill_bare(app, site_id: str, records: Iterable[Record]) -> Spent:
    """The corpus as published pages of a folder that stays out of navigation."""
    with fresh(app, site_id) as site:
        if "documents" not in site:
            createContentInContainer(site, "Folder", id="documents", title="Văn bản")
            # with pages in it, navigation alone would take seconds: see the baselines
            shown = api.portal.get_registry_record("plone.displayed_types")
            api.portal.set_registry_record(
                "plone.displayed_types", tuple(name for name in shown if name != "Document")
            )
        return _put(site["documents"], records, _page, "simple_publication_workflow")


def filed(app, site_id: str, number: int) -> Spent:
    """The usual way: made, filed, published, committed one by one; they are taken away again."""
    with fresh(app, site_id), _bodies() as bodies:
        section = sections.find(REGISTER)
        made = []
        with spent() as time:
            for record in corpus.records(FAR, FAR + number):
                bodies[record.number] = record.body
                item = createContentInContainer(section, "OfficialDocument", **_fields(record))
                api.content.transition(item, "publish")
                transaction.commit()
                made.append(item)
        api.content.delete(objects=made)
        transaction.commit()
    return time


def _put(container, records, make, workflow: str) -> Spent:
    catalog = api.portal.get_tool("portal_catalog")
    tool = api.portal.get_tool("portal_workflow")
    definition = tool[workflow]
    cataloguing = Spent()
    for done, record in enumerate(records, start=1):
        item = make(record)
        notify(ObjectCreatedEvent(item))
        item.id = f"{PREFIX}{record.position}"
        container._setObject(item.id, item, suppress_events=True)
        item = container._getOb(item.id)
        tool.setStatusOf(workflow, item, {"review_state": "published"})
        definition.updateRoleMappingsFor(item)
        item.setEffectiveDate(record.issued_on.isoformat())
        with spent() as once:
            catalog.catalog_object(item)
        cataloguing.wall += once.wall
        cataloguing.cpu += once.cpu
        if done % AT_ONCE == 0:
            transaction.commit()
            container._p_jar.cacheGC()
    transaction.commit()
    return cataloguing


def _document(record: Record, bodies: dict[str, str]):
    bodies[record.number] = record.body
    return createContent("OfficialDocument", **_fields(record))


def _fields(record: Record) -> dict:
    return {
        "title": record.title,
        "number": record.number,
        "kind": record.kind,
        "issuer": record.issuer,
        "signer": record.signer,
        "issued_on": record.issued_on,
        "subject_areas": record.areas,
    }


def _page(record: Record):
    text = " ".join([record.number, record.issuer, record.signer, *record.areas, record.body])
    return createContent(
        "Document",
        title=record.title,
        text=RichTextValue(f"<p>{text}</p>", "text/html", "text/html"),
    )


@contextmanager
def _bodies():
    """The bodies stand for what was read from attachments; making files would measure files."""
    bodies: dict[str, str] = {}

    @implementer(IFileTexts)
    class Bodies:
        def texts_of(self, item) -> str:
            return bodies.get(item.number, "")

    components = getGlobalSiteManager()
    before = components.queryUtility(IFileTexts)
    components.registerUtility(Bodies(), IFileTexts)
    try:
        yield bodies
    finally:
        components.unregisterUtility(provided=IFileTexts)
        if before is not None:
            components.registerUtility(before, IFileTexts)
