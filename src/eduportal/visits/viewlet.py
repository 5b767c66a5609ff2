"""The line at the foot of every page, and what tells the script to count the page."""

from Acquisition import aq_chain
from eduportal.content_types.section.section import ISection
from eduportal.face.place import Place
from eduportal.visits.beacon import NAME
from eduportal.visits.portal import figures
from eduportal.visits.settings import setting
from eduportal.visits.shown import definition_list
from functools import cached_property
from html import escape
from plone.app.layout.viewlets.common import ViewletBase
from urllib.parse import urlencode


class VisitLine(Place, ViewletBase):
    """Pages for people who signed in carry the line but are not counted: that is work, no visit."""

    def render(self) -> str:
        if not self.line and not self.beacon:
            return ""
        beacon = f' data-visit="{escape(self.beacon)}"' if self.beacon else ""
        return f'<div class="edu-visits"{beacon}>{self.line}</div>'

    @cached_property
    def line(self) -> str:
        if not (setting("shown") and setting("counted")):
            return ""
        found = definition_list(figures(self.portal), self.language, self.request)
        return f'<div class="edu-wrap">{found}</div>'

    @cached_property
    def beacon(self) -> str:
        """Where the page's script reports that the page was shown; ``""`` for an error's page."""
        status = self.request.response.getStatus()
        if not self.anonymous or status != 200 or not setting("counted"):
            return ""
        query = f"?{urlencode({'section': self.section})}" if self.section else ""
        return f"{self.portal.absolute_url()}/{NAME}{query}"

    @cached_property
    def section(self) -> str:
        """The mandated section that the page belongs to, the nearest one above it."""
        ids = (one.section_id for one in aq_chain(self.context) if ISection.providedBy(one))
        return next((one for one in ids if one), "")
