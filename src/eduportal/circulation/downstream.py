"""Documents for the member units: shown in their portals by reference, never copied."""

from Acquisition import aq_base
from DateTime import DateTime
from datetime import UTC
from datetime import date
from datetime import datetime
from eduportal import federation
from eduportal.circulation import ledger
from eduportal.circulation.notices import is_public
from plone.uuid.interfaces import IUUID


def follow(portal, document) -> None:
    """A document was marked, published, withdrawn, edited or moved: what members see follows."""
    uid = IUUID(document)
    offered = ledger.is_for_members(portal, uid) and is_public(document)
    if ledger.share(portal, uid, entry_of(portal, document) if offered else None):
        refresh(portal)


def drop(portal, uid: str) -> None:
    """A document is gone."""
    ledger.forget(portal, uid)
    if ledger.share(portal, uid, None):
        refresh(portal)


def refresh(portal) -> None:
    """Bring what the members may read up to date: the newest documents first."""
    federation.share_documents(portal, newest(ledger.shared(portal).values()))


def newest(entries) -> list[dict]:
    """By date of issue; undated ones come last."""
    return sorted(
        entries, key=lambda one: (one["issued_on"] or date.min, one["path"]), reverse=True
    )


def entry_of(portal, document) -> dict:
    """What a member's page says of a document, and the time in which it may say it."""
    own = len(portal.getPhysicalPath())
    return {
        "number": document.number or "",
        "title": document.title,
        "title_en": document.title_en or "",
        "issued_on": document.issued_on,
        "path": "/".join(document.getPhysicalPath()[own:]),
        "since": _moment(aq_base(document).effective_date),
        "until": _moment(aq_base(document).expiration_date),
    }


def _moment(when: DateTime | None) -> datetime | None:
    return when.toZone("UTC").asdatetime().astimezone(UTC) if when is not None else None
