"""Whom to reach, and where: a picture of a map, no map of somebody else's."""

from eduportal import _
from eduportal import look
from eduportal.home.block import Block
from eduportal.home.contents import sections
from eduportal.home.contents import url_of
from eduportal.home.options import IHeading
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Contact(Block):
    """No query."""

    kept = True
    all_told = True
    title = _("Contact")
    options = IHeading
    more_title = _("Contact details")

    body = ViewPageTemplateFile("contact.pt")

    @property
    def available(self) -> bool:
        unit = self.unit
        return bool(unit and (unit.address or unit.phone or unit.email))

    @property
    def more_url(self) -> str:
        return url_of(self, sections(self).get("contact"))

    @property
    def map(self) -> look.MapPicture | None:
        return look.current(self.language).map
