"""A topic's page."""

from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.face.place import Place
from eduportal.topics.gathering import gathered
from eduportal.topics.gathering import picked
from functools import cached_property
from plone.batching import Batch
from Products.Five.browser import BrowserView

BATCH = 20


class TopicView(Place, BrowserView):
    """Introduction, chosen items, and what its keywords gather."""

    @property
    def text(self) -> str:
        text = getattr(self.context, "text", None)
        return text.output_relative_to(self.context) if text else ""

    @cached_property
    def picked(self) -> list[Entry]:
        return entries(picked(self.context), self.language)

    @cached_property
    def batch(self) -> Batch:
        start = str(self.request.form.get("b_start", "0"))
        return Batch(gathered(self.context), BATCH, int(start) if start.isdecimal() else 0)

    @property
    def lines(self) -> list[Entry]:
        return entries(self.batch, self.language)
