"""``@@correct``: a correction to something that is public, without taking it down first."""

from eduportal import _
from eduportal.corrections.notes import LONGEST
from eduportal.corrections.notes import Note
from eduportal.corrections.notes import add
from eduportal.corrections.notes import notes as kept
from eduportal.corrections.notes import remove
from plone import api
from plone.app.layout.viewlets import ViewletBase
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView

EDITORIAL = "editorial"


class MayCorrect(BrowserView):
    """For the condition of the menu's entry, which reaches views but no attributes of theirs."""

    def __call__(self) -> bool:
        return may_correct(self.context)


def may_correct(content) -> bool:
    """Whether the person who is signed in may publish a correction to it."""
    return correctable(content) and api.user.has_permission("Review portal content", obj=content)


def correctable(content) -> bool:
    """Published, and under the board's workflow: a section or a file inside an item is not."""
    tool = api.portal.get_tool("portal_workflow")
    if EDITORIAL not in tool.getChainFor(content):
        return False
    return tool.getInfoFor(content, "review_state", "") == "published"


class Correct(BrowserView):
    """For reviewers, whose own act needs no second approval."""

    page_heading = _("Correction")

    sentence = ""

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST" and self.available:
            CheckAuthenticator(self.request)
            if self._changed():
                self.request.response.redirect(self.address)
                return ""
        return self.index()

    @property
    def available(self) -> bool:
        return correctable(self.context)

    @property
    def address(self) -> str:
        return f"{self.context.absolute_url()}/view"

    @property
    def notes(self) -> list[Note]:
        return kept(self.context)

    @property
    def longest(self) -> int:
        return LONGEST

    def _changed(self) -> bool:
        form = self.request.form
        taken_back = form.get("remove")
        if isinstance(taken_back, str) and taken_back:
            remove(self.context, taken_back)
            api.portal.show_message(_("The correction was taken back."), self.request)
            return True
        text = str(form.get("text", "")).strip()
        if not text:
            self.sentence = _("Write what was wrong and what is right.")
            return False
        add(self.context, text)
        api.portal.show_message(_("The correction is shown above the text now."), self.request)
        return True


class CorrectionsViewlet(ViewletBase):
    """Above the text, where nobody overlooks them."""

    @property
    def notes(self) -> list[Note]:
        return kept(self.context)

    def day(self, note: Note) -> str:
        return f"{note.at:%d/%m/%Y}"

    def by(self, note: Note) -> str:
        """Whose correction it is, for people who signed in; visitors get it from the unit."""
        if api.user.is_anonymous():
            return ""
        member = api.user.get(userid=note.by)
        return (member.getProperty("fullname") or note.by) if member else note.by
