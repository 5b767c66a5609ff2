"""The home page's block "feed": news of another site, from the copy that is kept of it."""

from datetime import datetime
from eduportal import _
from eduportal.face.dates import ZONE
from eduportal.face.dates import short
from eduportal.feeds.copies import Copy
from eduportal.feeds.parsing import Item
from eduportal.feeds.settings import addresses
from eduportal.feeds.settings import copy_of
from eduportal.feeds.settings import host_of
from eduportal.feeds.settings import known_feeds
from eduportal.feeds.settings import moment
from eduportal.home import Block
from html import escape
from zope import schema
from zope.i18n import translate
from zope.interface import Interface


class IFeedOptions(Interface):
    """Which feed, how much of it, and its heading."""

    address = schema.Choice(
        title=_("Feed"),
        description=_("Feeds are added in the control panel, at “News from elsewhere (RSS)”."),
        source=known_feeds,
        required=False,
    )
    count = schema.Int(title=_("How many items"), min=1, max=20, default=5)
    heading_vi = schema.TextLine(
        title=_("Heading in Vietnamese"), required=False, max_length=100, default=""
    )
    heading_en = schema.TextLine(
        title=_("Heading in English"), required=False, max_length=100, default=""
    )


class FeedBlock(Block):
    """Nothing is fetched here, and nothing shown before there is a first copy.

    An address that was taken out of the panel is shown no more, whatever the block still says.
    """

    title = _("News from elsewhere")
    options = IFeedOptions
    copy: Copy | None = None

    def update(self) -> None:
        known = addresses()
        chosen = self.settings.get("address") or (known[0] if known else "")
        if chosen in known:
            self.copy = copy_of(chosen)

    @property
    def available(self) -> bool:
        return self.copy is not None and bool(self.copy.items)

    @property
    def heading(self) -> str:
        given = self.settings.get(f"heading_{self.language}")
        return given or (self.copy.title if self.copy else "") or self.words(self.title)

    def body(self) -> str:
        count = self.settings.get("count") or IFeedOptions["count"].default
        lines = "".join(map(self._line, self.copy.items[:count]))
        source = _(
            "feed_source",
            default="From ${host}, as of ${when}",
            mapping={"host": host_of(self.copy.address), "when": moment(self.copy.fetched)},
        )
        words = escape(translate(source, context=self.request))
        return f'<ul class="edu-list">{lines}</ul><p class="edu-block__source">{words}</p>'

    def _line(self, item: Item) -> str:
        day = f'<span class="edu-list__date">{_day(item)}</span>' if item.published else ""
        return (
            f'<li><a class="edu-list__title" rel="nofollow noopener external" '
            f'href="{escape(item.url)}">{escape(item.title)}</a> {day}</li>'
        )


def _day(item: Item) -> str:
    return short(datetime.fromisoformat(item.published).astimezone(ZONE).date())
