"""The ways to print and keep an item, under its text."""

from eduportal.sharing import OwnPage
from plone.app.layout.viewlets.common import ViewletBase


class SaveLinks(OwnPage, ViewletBase):
    """Printing needs a script, the file does not."""

    @property
    def available(self) -> bool:
        return bool(self.address)

    @property
    def file_url(self) -> str:
        return f"{self.context.absolute_url()}/@@pdf"
