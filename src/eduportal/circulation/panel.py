"""The panel on a document's page: whom to tell, what was sent. For those who may publish."""

from eduportal import _
from eduportal.circulation import downstream
from eduportal.circulation import ledger
from eduportal.circulation import notices
from eduportal.circulation.groups import groups
from eduportal.circulation.groups import offered
from eduportal.circulation.settings import settings
from eduportal.federation import members
from functools import cached_property
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from plone.uuid.interfaces import IUUID
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class CirculationPanel(ViewletBase):
    """Absent where there is nobody to tell: a school without a mailing list of its own."""

    index = ViewPageTemplateFile("panel.pt")

    def render(self) -> str:
        return self.index() if self.groups or self.has_members or self.mailings else ""

    @cached_property
    def portal(self):
        return api.portal.get()

    @cached_property
    def uid(self) -> str:
        return IUUID(self.context)

    @cached_property
    def groups(self) -> list[dict]:
        """``id``, ``title``, ``addresses`` (how many) and ``chosen`` of each group to tell."""
        if not settings().enabled:
            return []
        chosen = notices.chosen(self.portal, self.context)
        known = offered(self.portal)
        return [
            {
                "id": group.id,
                "title": group.title(self._language),
                "addresses": len(known[group.id]),
                "chosen": group.id in chosen,
            }
            for group in groups().values()
            if group.id in known
        ]

    @cached_property
    def has_members(self) -> bool:
        return bool(members(self.portal))

    @property
    def for_members(self) -> bool:
        return ledger.is_for_members(self.portal, self.uid)

    @property
    def public(self) -> bool:
        return notices.is_public(self.context)

    @cached_property
    def mailings(self) -> list[dict]:
        """What was sent: ``when``, ``groups`` (titles), ``addresses`` (how many)."""
        known = groups()
        return [
            {
                "when": mailing.when.astimezone(notices.ZONE).strftime("%d/%m/%Y %H:%M"),
                "groups": "; ".join(
                    known[one].title(self._language) if one in known else one
                    for one in mailing.groups
                ),
                "addresses": mailing.addresses,
            }
            for mailing in ledger.mailings(self.portal, self.uid)
        ]

    @property
    def _language(self) -> str:
        return api.portal.get_current_language()


class Circulate(BrowserView):
    """Keeps what the panel was filled in with; tells at once what is already public."""

    def __call__(self) -> str:
        PostOnly(self.request)
        CheckAuthenticator(self.request)
        portal = api.portal.get()
        uid = IUUID(self.context)
        asked = self.request.form.get("groups", ())
        asked = {asked} if isinstance(asked, str) else set(asked)
        ledger.choose(portal, uid, tuple(one for one in groups() if one in asked))
        ledger.offer_to_members(portal, uid, "members" in self.request.form)
        downstream.follow(portal, self.context)
        api.portal.show_message(self._sent(portal), self.request)
        self.request.response.redirect(self.context.absolute_url())
        return ""

    def _sent(self, portal):
        if not notices.is_public(self.context):
            return _("Kept. The groups are told when the document is published.")
        return _(
            "circulation_sent",
            default="Kept. Mails queued now: ${count}; nobody is told twice.",
            mapping={"count": notices.tell(portal, self.context)},
        )
