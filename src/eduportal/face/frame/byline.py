"""No author under the titles of a portal's own pages."""

from plone.app.layout.viewlets import ViewletBase


class NoByline(ViewletBase):
    """In place of Plone's line "by … last modified" at the roots; items keep theirs."""

    def render(self) -> str:
        return ""
