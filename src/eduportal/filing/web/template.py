"""``@@file-documents-template.xlsx``: the workbook that an editor fills in."""

from eduportal.filing import known
from eduportal.filing.web.download import TYPES
from eduportal.filing.workbook import template
from Products.Five.browser import BrowserView

FILENAME = "mau-nhap-van-ban.xlsx"


class Template(BrowserView):
    """An empty table with this portal's own lists."""

    def __call__(self) -> bytes:
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("Content-Type", TYPES["xlsx"])
        response.setHeader("Content-Disposition", f'attachment; filename="{FILENAME}"')
        return template(known.lists())
