"""How a browser or a feed reader finds the feeds of a page."""

from eduportal.content_types.album.album import IAlbum
from eduportal.content_types.section.section import ISection
from eduportal.content_types.topic.topic import ITopic
from eduportal.face.place import Place
from eduportal.feeds.out import NAME
from html import escape
from plone.app.layout.viewlets.common import ViewletBase

LISTS = (IAlbum, ISection, ITopic)


class Alternates(Place, ViewletBase):
    """``<link rel="alternate">``: of the list that the page shows, and of the whole language."""

    def render(self) -> str:
        found = []
        if any(kind.providedBy(self.context) for kind in LISTS):
            title = f"{self.context.title} – {self.unit_name}"
            found.append((title, f"{self.context.absolute_url()}/{NAME}"))
        found.append((self.unit_name, f"{self.root_url}/{NAME}"))
        return "".join(
            f'<link rel="alternate" type="application/rss+xml" title="{escape(title)}" '
            f'href="{escape(url)}">'
            for title, url in found
        )
