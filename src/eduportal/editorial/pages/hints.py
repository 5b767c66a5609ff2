"""What is worth a look before a text goes on its way; nothing here refuses."""

from eduportal import clean_text
from eduportal import sources
from eduportal.editorial.interfaces import IStepPart
from eduportal.interfaces import IEduportal
from plone.dexterity.interfaces import IDexterityContent
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer

FORWARD = ("submit", "examine", "publish", "schedule")


@implementer(IStepPart)
@adapter(IDexterityContent, IEduportal)
class Hints(BrowserView):
    """Part of ``@@step``: pictures without words, empty links, hosts that are warned about."""

    template = ViewPageTemplateFile("hints.pt")

    def html(self, transition: str) -> str:
        if transition not in FORWARD:
            return ""
        self.messages: list[Message] = [hint.message for hint in clean_text.hints(self.context)]
        self.messages += sources.warnings(self.context)
        return self.template() if self.messages else ""

    def take(self, transition: str) -> None:
        """Nothing is asked."""
