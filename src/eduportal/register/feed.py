"""``@@register.rss``: the newest documents of any search, for feed readers."""

from datetime import datetime
from eduportal import _
from eduportal.content_types.official_document import validity
from eduportal.register.order import Order
from eduportal.register.order import page
from eduportal.register.place import path_of
from eduportal.register.query import Query
from eduportal.register.result import run
from eduportal.register.rows import Row
from eduportal.register.rows import rows
from eduportal.register.table import plain
from eduportal.search import keep_out
from eduportal.units.settings import current_unit
from email.utils import format_datetime
from lxml.builder import E
from lxml.etree import tostring
from plone import api
from Products.Five.browser import BrowserView
from zope.i18n import translate

NEWEST = 20
NEVER = 1970
"""Plone gives what was never published a date in 1969."""

BY_PUBLICATION = Order("effective", then="edu_issued_on")
"""Who follows a search wants what is new here, however old the paper is."""


class RegisterFeed(BrowserView):
    """RSS 2.0. The channel's title never repeats what was searched for."""

    def __call__(self) -> bytes:
        result = run(Query.from_form(self.request.form), path_of(self.context))
        table = result.catalog._catalog
        newest = page(result.catalog, (result.found,), BY_PUBLICATION, 0, NEWEST)
        self.language = api.portal.get_current_language()
        listed = list(rows((table[rid] for rid in newest), self.language))
        keep_out(self.request)
        self.request.response.setHeader("Content-Type", "application/rss+xml; charset=utf-8")
        feed = E.rss(E.channel(*self._about(listed), *map(self._item, listed)), version="2.0")
        return tostring(feed, encoding="utf-8", xml_declaration=True)

    def _about(self, listed: list[Row]) -> list:
        unit = current_unit()
        name = api.portal.get().title if unit is None else unit.name
        if unit is not None and self.language == "en":
            name = unit.name_en or name
        title = translate(_("Documents"), context=self.request, target_language=self.language)
        description = _("The newest documents of this register.")
        about = [
            E.title(plain(f"{title} – {name}")),
            E.link(self.context.absolute_url()),
            E.description(
                translate(description, context=self.request, target_language=self.language)
            ),
            E.language(self.language),
        ]
        days = [published for row in listed if (published := _published(row))]
        if days:
            about.append(E.lastBuildDate(format_datetime(max(days))))
        return about

    def _item(self, row: Row):
        issued = f"{row.issued_on:%d/%m/%Y}" if row.issued_on else ""
        facts = ", ".join(fact for fact in (row.kind, row.issuer, issued) if fact)
        item = E.item(
            E.title(plain(" – ".join(part for part in (row.number, row.title) if part))),
            E.link(row.url),
            E.guid(row.brain.UID, isPermaLink="false"),
            E.description(plain(facts)),
        )
        published = _published(row)
        if published:
            item.append(E.pubDate(format_datetime(published)))
        return item


def _published(row: Row):
    moment = row.brain.effective
    if not moment or moment.year() <= NEVER:
        return None
    # by the clock here; DateTime.asdatetime gives the zone as it was before 1906, +07:07
    return datetime.fromtimestamp(float(moment), validity.ZONE)
