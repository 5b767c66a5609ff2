"""``<file>/@@page-picture?n=1``: a page in a picture, for what cannot show a PDF in a page."""

from eduportal.fulltext.pages.access import harden
from eduportal.fulltext.pages.access import is_known
from eduportal.fulltext.texts import picture
from eduportal.search import number
from Products.Five.browser import BrowserView
from zope.publisher.interfaces import NotFound


class PagePicture(BrowserView):
    """WebP, counted from 1; whoever may view the file may see it."""

    def __call__(self) -> bytes:
        blob = picture(self.context, number({"n": "1"} | self.request.form, "n"))
        if blob is None:
            raise NotFound(self.context, self.__name__, self.request)
        with blob.open("r") as stream:
            data = stream.read()
        harden(self.context, self.request)
        self.request.response.setHeader("Content-Type", "image/webp")
        return b"" if is_known(data, self.context, self.request) else data
