"""Failures outside all portals of the kit: at the instance's root, or before a portal is reached.

Pages of a plain Plone site in the same instance stay Plone's.
"""

from eduportal.error_pages import static
from eduportal.error_pages.stock import stock_answer
from eduportal.interfaces import IEduportal
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser import BrowserView
from zope.component.hooks import getSite


class Outside(BrowserView):
    """A static page, for browsers only."""

    status = 404

    def __call__(self):
        html = "text/html" in self.request.getHeader("Accept", "")
        if IEduportal.providedBy(self.request) or IPloneSiteRoot.providedBy(getSite()) or not html:
            return stock_answer(self)
        response = self.request.response
        response.setStatus(self.status, lock=1)
        for name, value in static.HEADERS:
            response.setHeader(name, value)
        return self.page()

    def page(self) -> str:
        return static.nowhere()


class Unreadable(Outside):
    """``?b_start:int=x``: Zope reads the query first of all, and calls it the server's failure."""

    status = 400

    def page(self) -> str:
        return static.unreadable()
