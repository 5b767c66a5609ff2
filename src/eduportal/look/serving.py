"""``@@look-picture/<hash>.webp``: the pictures of the look, under addresses that never change."""

from eduportal.look.store import PICTURES
from eduportal.look.store import saved
from plone import api
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

MANAGE = "Plone Site Setup: Site"
FOR_EVER = "public, max-age=31536000, immutable"


@implementer(IPublishTraverse)
class LookPicture(BrowserView):
    """What is only being prepared is shown to those who prepare it."""

    name = ""

    def publishTraverse(self, request, name: str):
        if self.name:
            raise NotFound(name)
        self.name = name
        return self

    def __call__(self):
        public = self._find(draft=False)
        file = public or self._find(draft=True)
        may_prepare = api.user.has_permission(MANAGE, obj=self.context)
        if file is None or (public is None and not may_prepare):
            raise NotFound(self.name)
        response = self.request.response
        response.setHeader("Cache-Control", FOR_EVER if public else "private, no-store")
        response.setHeader("X-Content-Type-Options", "nosniff")
        set_headers(file, response)
        return "" if self.request.method == "HEAD" else stream_data(file)

    def _find(self, draft: bool):
        kept = saved(self.context, draft)
        for name in PICTURES:
            if name in kept and self.name == f"{kept[name]['hash']}.webp":
                return kept[name]["file"]
        return None
