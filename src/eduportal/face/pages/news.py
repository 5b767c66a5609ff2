"""News of a section and of all sections below it, newest first, with pictures."""

from eduportal.face.pages.listing import SectionListing

TYPES = ("News Item", "Event", "Document", "Link")


class NewsListing(SectionListing):
    """As the default view, over the whole branch."""

    pictures = True
    page = None

    def _contents(self):
        return self._search(
            portal_type=TYPES,
            path=self._path,
            sort_on="effective",
            sort_order="descending",
        )
