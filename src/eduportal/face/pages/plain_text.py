"""The words of a page's formatted text."""

from lxml import html
from lxml.etree import ParserError

NO_WORDS = ("script", "style")


def plain_text(content) -> str:
    """Without markup, in single spaces; "" for what has no text of its own."""
    raw = getattr(getattr(content.aq_base, "text", None), "raw", None)
    if not raw:
        return ""
    try:
        tree = html.fromstring(f"<div>{raw}</div>")
    except ParserError:
        return ""
    words = (
        text
        for element in tree.iter()
        if isinstance(element.tag, str)
        for text in (element.text if element.tag not in NO_WORDS else None, element.tail)
    )
    return " ".join(" ".join(text for text in words if text).split())
