"""``@@convert-text``: what is written in an old encoding beside what it says, and one button."""

from eduportal import _
from eduportal.clean_text import old_encodings
from functools import cached_property
from plone import api
from plone.app.layout.viewlets import ViewletBase
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zExceptions import MethodNotAllowed

MOST_SHOWN = 50


class ConvertText(BrowserView):
    """GET shows, POST converts; nothing is converted that was not shown to be convertible."""

    page_heading = _("Convert to Unicode")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method != "POST":
            return self.index()
        if self.request.form.get("convert") is None:
            raise MethodNotAllowed()
        CheckAuthenticator(self.request)
        done = old_encodings.convert(self.context)
        message = _("The text is in Unicode now.") if done else _("There is nothing to convert.")
        api.portal.show_message(message, request=self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}/view")
        return ""

    @cached_property
    def passages(self) -> list[old_encodings.Passage]:
        return old_encodings.passages(self.context)

    @property
    def shown(self) -> list[old_encodings.Passage]:
        return self.passages[:MOST_SHOWN]

    @property
    def more(self) -> int:
        return max(0, len(self.passages) - MOST_SHOWN)

    @property
    def encodings(self) -> str:
        return ", ".join(dict.fromkeys(one.encoding_name for one in self.passages))


class OldEncodingOffer(ViewletBase):
    """On the content's own page, for those who may edit it."""

    def update(self) -> None:
        super().update()
        found = old_encodings.passages(self.context)
        self.first = found[0] if found else None
        self.url = f"{self.context.absolute_url()}/@@convert-text"
