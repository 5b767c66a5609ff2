"""An item that is published for the first time is written down for its authors."""

from Acquisition import aq_base
from eduportal import editorial
from eduportal.duties.dates import now
from eduportal.duties.fees import ledger
from eduportal.duties.fees.kinds import KINDS
from eduportal.duties.fees.kinds import kind_of
from eduportal.duties.fees.settings import rate
from eduportal.duties.fees.settings import setting
from eduportal.mail.text import one_line
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from plone.uuid.interfaces import IUUID
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component import adapter

WORKFLOW = "editorial"
PUBLISHED = "published"


@adapter(IDexterityContent, IAfterTransitionEvent)
def published(content: IDexterityContent, event: IAfterTransitionEvent) -> None:
    """By whomever and however; published again after a withdrawal it is not counted again."""
    if event.workflow.getId() != WORKFLOW or event.transition is None:
        return
    if event.new_state.getId() == PUBLISHED:
        record(api.portal.get(), content)


def record(portal, content) -> bool:
    """Write the item down; whether there was anything to write down.

    Nothing is for what no member wrote: samples, and what a command filed.
    """
    uid = IUUID(content, None)
    kind = kind_of(content, setting("article_words"))
    if uid is None or kind is None or ledger.has(portal, uid):
        return False
    authors = _authors(portal, content)
    paid = rate(kind)
    if not authors or not (paid or KINDS[kind].always):
        return False
    today = now().date()
    ledger.keep(
        portal,
        ledger.Entry(
            uid=uid,
            month=f"{today:%Y-%m}",
            day=today.isoformat(),
            kind=kind,
            title=one_line(content.Title(), 300),
            path="/".join(content.getPhysicalPath()[len(portal.getPhysicalPath()) :]),
            authors=authors,
            byline=one_line(getattr(aq_base(content), "author_names", "") or ""),
            rate=paid,
        ),
    )
    return True


def _authors(portal, content) -> tuple[str, ...]:
    """Its creators, in their order; whoever made it where it names no member."""
    known = portal.acl_users.getUserById
    creators = tuple(one for one in content.listCreators() if known(one) is not None)
    makers = [step.actor for step in editorial.history(content)[:1]]
    return creators or tuple(one for one in makers if one and known(one) is not None)
