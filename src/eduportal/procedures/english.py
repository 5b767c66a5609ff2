"""``@@procedure/<id>`` on a section: a record's page in the section's own language.

A record's own page is Vietnamese as the record is; from the English list one gets the same parts
under English labels, each Vietnamese value marked as such.
"""

from eduportal.procedures.page import ProcedurePage
from eduportal.procedures.rows import TYPE
from functools import cached_property
from plone import api
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

NAME = "@@procedure"


@implementer(IPublishTraverse)
class ProcedureHere(ProcedurePage):
    """What this visitor may not see is not found."""

    wanted = ""

    def publishTraverse(self, request, name: str) -> "ProcedureHere":
        if self.wanted:
            raise NotFound(name)
        self.wanted = name
        return self

    def __call__(self) -> str:
        if self.record is None:
            raise NotFound(self.wanted or NAME)
        return self.index()

    @cached_property
    def record(self):
        if not self.wanted:
            return None
        brains = api.portal.get_tool("portal_catalog")(portal_type=TYPE, getId=self.wanted)
        return brains[0].getObject() if brains else None

    @property
    def page_heading(self) -> str:
        """The title of the window."""
        return self.name

    @property
    def name(self) -> str:
        return (self.record.title_en if self.language == "en" else "") or self.record.title

    @property
    def name_lang(self) -> str | None:
        return self.foreign if not self.record.title_en else None
