"""The share of documents made known by mail on a page and as CSV, for editors."""

from eduportal import _
from eduportal.circulation.share import Share
from eduportal.circulation.share import shares
from plone import api
from Products.Five.browser import BrowserView
import csv
import io


class SharePage(BrowserView):
    """Year, published, notified, percent."""

    page_heading = _("Documents made known by mail")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    def rows(self) -> list[dict[str, str]]:
        return [self._row(one) for one in shares(api.portal.get())]

    def _row(self, one: Share) -> dict[str, str]:
        percent = f"{one.percent:.1f}"
        if api.portal.get_current_language() != "en":
            percent = percent.replace(".", ",")
        year = str(one.year) if one.year else self.context.translate(_("Without a date"))
        return {
            "year": year,
            "published": str(one.published),
            "notified": str(one.notified),
            "percent": percent,
        }


class ShareTable(SharePage):
    """The same as CSV, with a mark by which Excel knows UTF-8."""

    def __call__(self) -> bytes:
        stream = io.StringIO()
        table = csv.writer(stream)
        headings = (_("Year"), _("Published"), _("Made known by mail"), _("Percent"))
        table.writerow(self.context.translate(heading) for heading in headings)
        table.writerows(row.values() for row in self.rows())
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="circulation.csv"')
        return stream.getvalue().encode("utf-8-sig")
