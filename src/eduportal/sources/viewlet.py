"""Author and source under the text."""

from eduportal.sources.attribution import attribution
from functools import cached_property
from plone.app.layout.viewlets import ViewletBase


class SourceViewlet(ViewletBase):
    """Shown where either is known."""

    @cached_property
    def attribution(self):
        return attribution(self.context)
