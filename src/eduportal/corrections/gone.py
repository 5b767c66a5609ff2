"""410 at the address of what was taken down, instead of a demand to sign in.

Zope asks for this view whenever somebody may not see what he asked for. For all but a visitor at
the public address of a tombstone it does what Plone does.
"""

from Acquisition import aq_chain
from Acquisition import aq_inner
from eduportal import _
from eduportal.corrections.tombstone import Tombstone
from eduportal.corrections.tombstone import tombstone
from eduportal.face.place import Place
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from plone.rest.interfaces import IAPIRequest
from plone.rest.traverse import RESTWrapper
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getSiteManager
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import providedBy
import json

PUBLIC_VIEWS = frozenset(
    {"", "view", "@@view", "@@download", "@@display-file", "@@images", "download"}
)
"""What follows an item's address on a public page; ``@@review`` and the like ask to sign in."""


class Gone(Place, BrowserView):
    """Answers for ``Unauthorized``."""

    page_heading = _("This page was taken down")
    template = ViewPageTemplateFile("gone.pt")

    def __call__(self):
        found = self._found()
        if found is None:
            return self._as_plone_does()
        self.tombstone = found
        response = self.request.response
        response.setHeader("Cache-Control", "no-cache")
        if IAPIRequest.providedBy(self.request):
            response.setHeader("Content-Type", "application/json")
            body = json.dumps({"type": "Gone", "message": self._sentence()})
        else:
            response.setHeader("Content-Type", "text/html; charset=utf-8")
            # the frame of the page would say title and place of what is gone, and its parts would
            # be as closed to visitors as that is
            self.context = self.__parent__ = self.portal
            # the page's head and its paper form name the address, which is made of the title
            self.request.set("ACTUAL_URL", self.portal.absolute_url())
            body = self.template()
            # Zope would write the address into the page, and with it the words of the title
            response.setBase("")
        response.setStatus(410, lock=1)
        response.setBody(body, lock=1)
        # the users' folder believes that it has led to the sign-in page already
        response._has_challenged = True
        return None

    @property
    def day(self) -> str:
        return f"{self.tombstone.day:%d/%m/%Y}"

    def _sentence(self) -> str:
        told = _(
            "gone_since",
            default="What stood here was taken down on ${day}.",
            mapping={"day": self.day},
        )
        return " ".join([translate(told, context=self.request), self.tombstone.note]).strip()

    def _found(self) -> Tombstone | None:
        if self.request.method not in ("GET", "HEAD") or not api.user.is_anonymous():
            return None
        for item in self._asked_for():
            found = tombstone(item)
            if found is not None:
                return found if self._is_public(item) else None
        return None

    def _asked_for(self) -> list:
        """The content on the way, the innermost first."""
        parents = self.request.get("PARENTS") or ()
        if not parents:
            return []
        innermost = parents[0].context if isinstance(parents[0], RESTWrapper) else parents[0]
        chain = aq_chain(aq_inner(innermost))
        return [one for one in chain if IDexterityContent.providedBy(one)]

    def _is_public(self, item) -> bool:
        """Whether the address goes on with nothing that only people who sign in would ask for."""
        if IAPIRequest.providedBy(self.request):
            return True
        address = self.request.get("ACTUAL_URL", "").rstrip("/")
        rest = address.removeprefix(item.absolute_url()).strip("/")
        first, _slash, below = rest.partition("/")
        if first in PUBLIC_VIEWS or first.removeprefix("@@") == item.getLayout():
            return True
        inside = item.get(first) if hasattr(item, "objectIds") else None
        return inside is not None and below.partition("/")[0] in PUBLIC_VIEWS

    def _as_plone_does(self):
        layer = IAPIRequest if IAPIRequest.providedBy(self.request) else Interface
        views = getSiteManager().adapters
        stock = views.lookup((providedBy(self.context), layer), Interface, "index.html")
        view = stock(self.context, self.request)
        view.__parent__ = self.__parent__
        return view()
