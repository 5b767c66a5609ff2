"""The documents that stand in relation to one, as far as this visitor may see them."""

from dataclasses import dataclass
from datetime import date
from eduportal.content_types.official_document.effects import incoming
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.content_types.official_document.relations import BY_TOKEN
from eduportal.content_types.official_document.relations import NONE
from eduportal.content_types.official_document.relations import RELATIONS
from eduportal.content_types.official_document.relations import Relation
from plone import api
from plone.uuid.interfaces import IUUID


@dataclass(frozen=True, slots=True)
class Related:
    """One other document; ``since`` is the day from which the relation has its effect."""

    uid: str
    url: str
    number: str
    title: str
    title_en: str
    issued_on: date | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Group:
    """All documents in one relation; ``back`` where they say it of this one."""

    relation: Relation
    back: bool
    documents: tuple[Related, ...]

    def title(self, language: str) -> str:
        return (self.relation.title_back if self.back else self.relation.title)(language)


def outgoing(document: IOfficialDocument, token: str) -> list[IOfficialDocument]:
    """The documents named in one field, without those deleted since."""
    values = getattr(document, token, None) or ()
    found = (None if value.isBroken() else value.to_object for value in values)
    return [other for other in found if IOfficialDocument.providedBy(other)]


def groups(document: IOfficialDocument) -> list[Group]:
    """What the document does to others, then what published ones do to it; never an empty group.

    The catalogue is asked who may see what: a draft's title must not show on a public page.
    """
    said = {one.token: outgoing(document, one.token) for one in RELATIONS}
    heard = {one.token: [] for one in RELATIONS}
    for token, other in incoming(document):
        heard[token].append(other)
    everybody = [other for side in (said, heard) for others in side.values() for other in others]
    seen = visible(everybody)
    found = [
        Group(one, back, _documents(document, side[one.token], seen, one, back))
        for back, side in ((False, said), (True, heard))
        for one in RELATIONS
    ]
    return [group for group in found if group.documents]


def said(document: IOfficialDocument, token: str) -> tuple[Related, ...]:
    """What the document itself says in one field."""
    others = outgoing(document, token)
    return _documents(document, others, visible(others), BY_TOKEN[token], back=False)


def visible(documents: list[IOfficialDocument]) -> set[str]:
    """The UIDs of those that this visitor may see now."""
    uids = sorted({IUUID(document) for document in documents})
    if not uids:
        return set()
    return {brain.UID for brain in api.portal.get_tool("portal_catalog")(UID=uids)}


def _documents(document, others, seen, relation, back) -> tuple[Related, ...]:
    chosen = {IUUID(other): other for other in others if IUUID(other) in seen}
    return tuple(
        Related(
            uid=uid,
            url=other.absolute_url(),
            number=other.number or "",
            title=other.title,
            title_en=other.title_en or "",
            issued_on=other.issued_on,
            since=None if relation.effect == NONE else _start(other if back else document),
        )
        for uid, other in chosen.items()
    )


def _start(document: IOfficialDocument) -> date | None:
    return document.effective_on or document.issued_on
