"""What published documents do to each other's validity, kept in the catalogue.

The acting document is asked when the other one is indexed, and the other one is indexed again
when the acting one is published, withdrawn, edited or deleted. Plone's relation catalogue finds it.
"""

from Acquisition import aq_base
from collections.abc import Iterable
from collections.abc import Iterator
from eduportal.content_types.official_document import validity
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.content_types.official_document.relations import BY_TOKEN
from eduportal.content_types.official_document.relations import EFFECTIVE
from eduportal.content_types.official_document.relations import NONE
from eduportal.content_types.official_document.settings import WITHOUT_VALIDITY
from eduportal.content_types.official_document.settings import without_validity
from plone import api
from plone.registry.interfaces import IRecordModifiedEvent
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zc.relation.interfaces import ICatalog
from zope.component import adapter
from zope.component import queryUtility
from zope.interface.interfaces import IObjectEvent
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent.interfaces import IObjectRemovedEvent

PUBLISHED = "published"
# Volatile: lives as long as the object is in memory and is never stored.
OWN_ID = "_v_eduportal_intid"


def boundaries_of(document: IOfficialDocument) -> validity.Boundaries:
    """The days on which the document's state changes; none for letters and undated documents."""
    if document.kind in without_validity():
        return validity.NO_VALIDITY
    return _boundaries(document, frozenset())


def incoming(document: IOfficialDocument) -> Iterator[tuple[str, IOfficialDocument]]:
    """Relation and document of all published documents that say something about this one."""
    catalog, own_id = queryUtility(ICatalog), _id_of(document)
    if catalog is None or own_id is None:
        return
    for value in catalog.findRelations({"to_id": own_id}):
        other = value.from_object
        if value.from_attribute in BY_TOKEN and is_published(other):
            yield value.from_attribute, other


def is_published(document: object) -> bool:
    return IOfficialDocument.providedBy(document) and (
        api.portal.get_tool("portal_workflow").getInfoFor(document, "review_state", "") == PUBLISHED
    )


@adapter(IOfficialDocument, IObjectEvent)
def follow_edit(document: IOfficialDocument, event: IObjectEvent) -> None:
    """Filed or edited: those that it acts upon now or did until now."""
    _follow(document, acts_upon(document))


@adapter(IOfficialDocument, IAfterTransitionEvent)
def follow_state(document: IOfficialDocument, event: IAfterTransitionEvent) -> None:
    """Published, withdrawn, taken back."""
    _follow(document, acts_upon(document))


@adapter(IOfficialDocument, IObjectRemovedEvent)
def follow_removal(document: IOfficialDocument, event: IObjectRemovedEvent) -> None:
    """Deleted, alone or with the section it was in: the others are free of it."""
    refresh(_remembered(document))


@adapter(IRecordModifiedEvent)
def follow_setting(event: IRecordModifiedEvent) -> None:
    """Another choice of the forms without validity: the records of these forms follow."""
    if event.record.__name__ != WITHOUT_VALIDITY:
        return
    changed = set(event.oldValue or ()) ^ set(event.newValue or ())
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(edu_kind=sorted(changed)) if changed else ():
        brain._unrestrictedGetObject().reindexObject(idxs=list(validity.INDEXES))


def acts_upon(document: IOfficialDocument) -> tuple[int, ...]:
    """The intids of the documents whose validity this one changes, in no order that matters."""
    if not is_published(document):
        return ()
    values = [value for one in EFFECTIVE for value in getattr(document, one.token, None) or ()]
    return tuple(sorted({value.to_id for value in values if not value.isBroken()}))


def refresh(targets: Iterable[int]) -> None:
    """Bring the validity of these documents up to date in the catalogue, and what follows from it.

    A document that changes may act upon others: of a suspension its end is the suspending text's.
    """
    ids = queryUtility(IIntIds)
    waiting, seen = list(targets), set()
    while waiting:
        target = waiting.pop()
        document = ids.queryObject(target) if target not in seen else None
        seen.add(target)
        if IOfficialDocument.providedBy(document) and _indexed(document) != boundaries_of(document):
            document.reindexObject(idxs=list(validity.INDEXES))
            waiting += _remembered(document)


def _follow(document: IOfficialDocument, now: tuple[int, ...]) -> None:
    before = _remembered(document)
    if now != before:
        document.acting_upon = now
    refresh({*before, *now})


def _remembered(document: IOfficialDocument) -> tuple[int, ...]:
    return document.acting_upon


def _boundaries(document: IOfficialDocument, asking: frozenset[int]) -> validity.Boundaries:
    """``asking`` are the documents this one is asked for: two that repeal each other end it."""
    asking = asking | {id(aq_base(document))}
    acts = (
        _act(BY_TOKEN[relation].effect, other, asking)
        for relation, other in incoming(document)
        if BY_TOKEN[relation].effect != NONE and id(aq_base(other)) not in asking
    )
    starts = document.effective_on or document.issued_on
    return validity.boundaries(starts, document.expires_on, acts)


def _act(effect: str, other: IOfficialDocument, asking: frozenset[int]) -> validity.Act:
    days = _boundaries(other, asking)
    return validity.Act(effect, days.starts, days.ends)


def _id_of(document: IOfficialDocument) -> int | None:
    """The document's intid: looked up once, for six indexers ask and a look-up takes longest.

    It stays the same in one portal; of another portal's register a document has another one.
    """
    ids = queryUtility(IIntIds)
    if ids is None:
        return None
    known = vars(aq_base(document)).get(OWN_ID)
    if known is None or known[0] != ids._p_oid:
        known = (ids._p_oid, ids.queryId(document))
        if known[1] is not None:
            setattr(aq_base(document), OWN_ID, known)
    return known[1]


def _indexed(document: IOfficialDocument) -> tuple | None:
    """What the catalogue says now; a record that waits to be indexed will be right by itself."""
    catalog = api.portal.get_tool("portal_catalog")._catalog
    rid = catalog.uids.get("/".join(document.getPhysicalPath()))
    if rid is None:
        return None
    return catalog.getMetadataForRID(rid).get("edu_validity")
