"""RSS 2.0 as text, valid whatever editors typed."""

from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime
from lxml.builder import ElementMaker
from lxml.etree import tostring
from typing import NamedTuple
import re

ATOM = "http://www.w3.org/2005/Atom"
E = ElementMaker(nsmap={"atom": ATOM})
# What XML 1.0 has no room for; lxml refuses it.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MINUTES = "30"
"""How often readers may ask again."""


class Story(NamedTuple):
    """One item; ``uid`` stays when the item is renamed or moved."""

    title: str
    url: str
    uid: str
    description: str = ""
    published: datetime | None = None


class Channel(NamedTuple):
    """The feed itself: the list it is of and the feed's own address."""

    title: str
    url: str
    own_url: str
    description: str
    language: str


def rss(channel: Channel, stories: Sequence[Story]) -> bytes:
    """The whole document."""
    about = [
        E.title(_plain(channel.title)),
        E.link(channel.url),
        E.description(_plain(channel.description or channel.title)),
        E.language(channel.language),
        E.ttl(MINUTES),
        E(
            f"{{{ATOM}}}link",
            href=channel.own_url,
            rel="self",
            type="application/rss+xml",
        ),
    ]
    dates = [story.published for story in stories if story.published]
    if dates:
        about.append(E.lastBuildDate(format_datetime(max(dates))))
    feed = E.rss(E.channel(*about, *map(_item, stories)), version="2.0")
    return tostring(feed, encoding="utf-8", xml_declaration=True)


def _item(story: Story):
    item = E.item(
        E.title(_plain(story.title)),
        E.link(story.url),
        E.guid(story.uid, isPermaLink="false"),
    )
    if story.description:
        item.append(E.description(_plain(story.description)))
    if story.published:
        item.append(E.pubDate(format_datetime(story.published)))
    return item


def _plain(text: str) -> str:
    return FORBIDDEN.sub(" ", text)
