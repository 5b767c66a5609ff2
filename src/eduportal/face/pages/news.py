"""News of a section and of all sections below it, newest first, with pictures."""

from eduportal.announcements import urgent
from eduportal.face.pages.entries import Entry
from eduportal.face.pages.entries import entries
from eduportal.face.pages.listing import SectionListing

TYPES = ("News Item", "Event", "Document", "Link", "Album", "Topic")


class NewsListing(SectionListing):
    """As the default view, over the whole branch; what is urgent leads the first page."""

    pictures = True
    page = None

    @property
    def lines(self) -> list[Entry]:
        """A page of the batch without what is urgent, which would otherwise stand there twice."""
        first = urgent(portal_type=TYPES, path=self._path)
        apart = {brain.getRID() for brain in first}
        rest = [brain for brain in self.batch if brain.getRID() not in apart]
        on_first_page = self.batch.pagenumber == 1
        return entries([*first, *rest] if on_first_page else rest, self.language)

    def _contents(self):
        return self._search(
            portal_type=TYPES,
            path=self._path,
            sort_on="effective",
            sort_order="descending",
        )
