"""The mail that tells groups of units of a published document: number, subject, date, link."""

from AccessControl.PermissionRole import rolesForPermissionOn
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import _
from eduportal.circulation import ledger
from eduportal.circulation.groups import offered
from eduportal.circulation.settings import settings
from eduportal.content_types.official_document.rules import shown
from eduportal.mail.letters import letter
from eduportal.mail.letters import send
from eduportal.mail.letters import sender
from eduportal.mail.links import link
from eduportal.mail.text import one_line
from plone import api
from plone.uuid.interfaces import IUUID
from zoneinfo import ZoneInfo
from zope.i18n import translate

LANGUAGE = "vi"
"""The units' own language, whatever language the editor reads."""
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def is_public(document) -> bool:
    """Whether everybody may open the document and find it in lists."""
    permissions = ("View", "Access contents information")
    return all("Anonymous" in rolesForPermissionOn(name, document) for name in permissions)


def chosen(portal, document) -> tuple[str, ...]:
    """The groups to be told: those an editor chose, else the portal's own choice if it is new.

    A register of ten years that is filed in one night must not be sent to every school.
    """
    groups = ledger.choice(portal, IUUID(document))
    if groups is not None:
        return groups
    return tuple(settings().default_groups or ()) if _is_recent(document) else ()


def tell(portal, document) -> int:
    """Queue one mail to each address of the chosen groups that has not had one for this document.

    How many were queued; nothing is sent of what the public cannot open.
    """
    from_ = sender()
    if not settings().enabled or from_ is None or not is_public(document):
        return 0
    uid = IUUID(document)
    known = offered(portal)
    groups = tuple(group for group in chosen(portal, document) if group in known)
    before = {address.lower() for address in ledger.told(portal, uid)}
    addresses = {address.lower(): address for group in groups for address in known[group]}
    fresh = frozenset(one for key, one in addresses.items() if key not in before)
    if not fresh:
        return 0
    subject, text = _words(portal, document, from_.display_name)
    for address in sorted(fresh):
        # One letter each: nobody learns another's address, one bad address stops no other.
        send(letter(from_, address, subject, text))
    by = api.user.get_current().getId() or ""
    ledger.note(portal, uid, ledger.Mailing(datetime.now(UTC), groups, len(fresh), by), fresh)
    return len(fresh)


def _is_recent(document) -> bool:
    issued = document.issued_on
    today = datetime.now(ZONE).date()
    return isinstance(issued, date) and issued >= today - timedelta(days=settings().recent_days)


def _words(portal, document, unit: str) -> tuple[str, str]:
    lines = [
        (_("Number and symbol"), document.number or ""),
        (_("Date of issue"), shown(document.issued_on) if document.issued_on else ""),
        (_("Subject (trích yếu)"), one_line(document.title, 1000)),
        (_("Read and download"), link(portal, document.getPhysicalPath())),
    ]
    opening = _(
        "circulation_opening",
        default="${unit} has published a document on its portal:",
        mapping={"unit": unit},
    )
    subject = _(
        "circulation_subject",
        default="[${unit}] New document: ${document}",
        mapping={"unit": unit, "document": document.number or document.title},
    )
    text = "\n".join(f"{_vi(label)}: {one_line(value, 1000)}" for label, value in lines if value)
    return _vi(subject), f"{_vi(opening)}\n\n{text}"


def _vi(message) -> str:
    return translate(message, target_language=LANGUAGE)
