"""``/vi/accessibility``: the statement on accessibility (TT 26/2020/TT-BTTTT Điều 2, 5).

Who cannot use something here is told what is known to fail and whom to ask instead; the result of
the last check is the software's, of the version that is running.
"""

from eduportal import _
from eduportal.accessibility.check import Check
from eduportal.accessibility.check import last_check
from eduportal.accessibility.settings import settings
from eduportal.face.place import Place
from eduportal.sections import find
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message

LIMITS = (
    _(
        "Documents that were scanned on paper are pictures. Where their text could be recognised "
        "it is offered as a page of its own beside the file; recognised text may hold mistakes."
    ),
    _(
        "Files of other bodies (PDF, Word, Excel) are published as they were received; not all of "
        "them have headings, table headers or a language mark."
    ),
    _("Older videos and sound recordings may lack captions or a text version."),
    _("Most pages are in Vietnamese only; the English pages are a selection."),
    _(
        "Texts and pictures are added by editors every day. The editing pages ask for alternative "
        "texts and point out skipped headings, but cannot judge whether they are good."
    ),
)


class Statement(Place, BrowserView):
    """Complete without any setting; a unit's own words stand beside the general ones."""

    page_heading = _("Statement on accessibility")
    limits: tuple[Message, ...] = LIMITS

    @cached_property
    def settings(self):
        return settings()

    @property
    def check(self) -> Check:
        return last_check()

    @property
    def day(self) -> str:
        return f"{self.check.day:%d/%m/%Y}"

    @property
    def own_words(self) -> tuple[str, list[str]]:
        """Language and paragraphs of the unit's own words; Vietnamese for want of English."""
        english = self.language == "en" and self.settings.text_en
        text = (self.settings.text_en if english else self.settings.text_vi) or ""
        return ("en" if english else "vi", [line for line in text.splitlines() if line.strip()])

    @property
    def phone(self) -> str:
        return self.settings.phone or (self.unit.phone if self.unit else "")

    @property
    def email(self) -> str:
        return self.settings.email or (self.unit.email if self.unit else "")

    @property
    def address(self) -> str:
        return self.unit.address if self.unit else ""

    @property
    def feedback_url(self) -> str:
        """The feedback form's section, where the asker may see it."""
        section = find("feedback", self.language)
        if section is None or not api.user.has_permission("View", obj=section):
            return ""
        return section.absolute_url()
