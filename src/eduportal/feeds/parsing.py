"""Reading RSS 2.0, RSS 1.0 and Atom as they come, and keeping of them only plain text and links."""

from datetime import UTC
from datetime import datetime
from eduportal.feeds.addresses import FeedError
from email.utils import parsedate_to_datetime
from lxml import etree
from lxml import html
from typing import NamedTuple
from urllib.parse import urljoin
from urllib.parse import urlsplit
import re
import unicodedata

MOST_ITEMS = 30
LONGEST_TITLE = 250
ITEMS = ("item", "entry")
DATES = ("pubDate", "published", "date", "updated")


class Item(NamedTuple):
    """``published`` is ISO 8601 in UTC, or ``""``."""

    title: str
    url: str
    published: str = ""


class Feed(NamedTuple):
    """A feed's title and its items, in the order of the feed."""

    title: str
    items: tuple[Item, ...]


def parse(body: bytes, address: str) -> Feed:
    """What the feed at ``address`` holds; a ``FeedError`` where it is none.

    No entity is expanded and nothing is loaded; a document that defines entities of its own is
    refused: a feed has no need of them, and "billion laughs" are made of them.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FeedError("no-feed") from None
    if root is None or _name(root) not in ("rss", "RDF", "feed"):
        raise FeedError("no-feed")
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _entity in declared.iterentities()):
        raise FeedError("entities")
    channel = root if _name(root) == "feed" else _first(root, "channel")
    if channel is None:
        raise FeedError("no-feed")
    found = (_item(one, address) for one in root.iter() if _name(one) in ITEMS)
    items = [item for item in found if item is not None]
    return Feed(_words(_text(channel, "title")), tuple(items[:MOST_ITEMS]))


def _item(element, address: str) -> Item | None:
    """An item without title or usable link tells nobody anything."""
    title, url = _words(_text(element, "title")), _link(element, address)
    if not title or not url:
        return None
    date = next(filter(None, (_text(element, name) for name in DATES)), "")
    return Item(title, url, _moment(date))


def _link(element, address: str) -> str:
    """RSS has the address as text; Atom as an attribute, beside links for other uses."""
    for link in element:
        if _name(link) != "link" or link.get("rel", "alternate") != "alternate":
            continue
        named = (link.get("href") or link.text or "").strip()
        if not named:
            continue
        try:
            url = urljoin(address, named)
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and parts.hostname and parts.username is None:
            return url
    return ""


def _words(text: str) -> str:
    """Plain text of what may be markup, in one line, without characters that turn a line around."""
    if "<" in text or "&" in text:
        try:
            text = html.fromstring(f"<div>{text}</div>").text_content()
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            text = re.sub(r"<[^>]*>", " ", text)
    kept = (letter if unicodedata.category(letter)[0] != "C" else " " for letter in text)
    line = " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
    return line if len(line) <= LONGEST_TITLE else f"{line[:LONGEST_TITLE].rstrip()}…"


def _moment(text: str) -> str:
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            moment = read(text.strip())
        except (ValueError, TypeError, IndexError):
            continue
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        try:
            return moment.astimezone(UTC).isoformat(timespec="seconds")
        except OverflowError:
            return ""
    return ""


def _text(element, name: str) -> str:
    found = _first(element, name)
    return "" if found is None else "".join(found.itertext())


def _first(element, name: str):
    return next((child for child in element if _name(child) == name), None)


def _name(element) -> str:
    """Without the namespace; feeds agree on the names and not on whose they are."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
