"""The bar on top: date in words, site map, signing in, the other language."""

from eduportal.face.dates import in_words
from eduportal.face.dates import today
from eduportal.face.frame.switch import Switch
from eduportal.face.frame.switch import other_language
from eduportal.face.place import Place
from plone.app.layout.viewlets.common import ViewletBase


class Utility(Place, ViewletBase):
    """Its first element is the skip link."""

    @property
    def date(self) -> str:
        return in_words(today(), self.language)

    @property
    def switch(self) -> Switch:
        return other_language(self.context, self.request, self.portal, self.language)
