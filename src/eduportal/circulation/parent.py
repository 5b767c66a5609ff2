"""The box "Documents of the parent unit" on a member's register page, where the member asks for it.

A page's own block, not content: what stands in it is not searched, counted, fed or exported here.
"""

from eduportal.circulation.settings import settings
from eduportal.content_types.official_document.rules import shown
from eduportal.federation import parents_documents
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class ParentDocuments(BrowserView):
    """Called by the register's page as ``context/@@parent_documents``; "" where there is none."""

    index = ViewPageTemplateFile("parent.pt")

    def __call__(self) -> str:
        return self.index() if self.documents else ""

    @cached_property
    def documents(self) -> list[dict]:
        """``url``, ``number``, ``title``, ``lang`` of the title, ``issued_on`` as shown and ISO."""
        most = min(settings().show_parent or 0, 10)
        if most < 1:
            return []
        english = api.portal.get_current_language() == "en"
        return [
            {
                "url": one["url"],
                "number": one["number"],
                "title": (one["title_en"] if english else "") or one["title"],
                "lang": "en" if english and one["title_en"] else "vi",
                "issued_on": shown(one["issued_on"]) if one["issued_on"] else "",
                "iso": one["issued_on"].isoformat() if one["issued_on"] else "",
            }
            for one in parents_documents(api.portal.get(), most)
        ]
