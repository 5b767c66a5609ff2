"""The question on the page where an item is taken down: what readers are told."""

from eduportal.corrections.tombstone import LONGEST
from eduportal.corrections.tombstone import tell_readers
from eduportal.editorial import IStepPart
from eduportal.editorial import history
from eduportal.interfaces import IEduportal
from plone.dexterity.interfaces import IDexterityContent
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer

FIELD = "public_note"


@implementer(IStepPart)
@adapter(IDexterityContent, IEduportal)
class PublicNote(BrowserView):
    """An empty answer leaves the neutral sentence; the reason of the step is never shown."""

    longest = LONGEST
    field = FIELD
    template = ViewPageTemplateFile("part.pt")

    def html(self, transition: str) -> str:
        was_public = any(step.state == "published" for step in history(self.context))
        return self.template() if transition == "withdraw" and was_public else ""

    def take(self, transition: str) -> None:
        if transition == "withdraw":
            tell_readers(self.context, str(self.request.form.get(FIELD, "")))
