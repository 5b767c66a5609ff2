"""HTML, also what Word and Excel save under .doc and .xls: what a reader sees of it."""

from eduportal.extraction.limits import Limits
from eduportal.extraction.text import Pages
from lxml import etree
from lxml import html
from pathlib import Path

UNSEEN = ("script", "style", "head", "noscript", "template")
BLOCKS = ("p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "title")


def read(path: Path, pages: Pages, limits: Limits) -> None:
    """The title, then the body, a line for each block."""
    with path.open("rb") as stream:
        data = stream.read(16 * limits.characters)
    parser = html.HTMLParser(encoding=_encoding(data), no_network=True)
    tree = html.document_fromstring(data, parser=parser)
    title = tree.findtext(".//title") or ""
    etree.strip_elements(tree, *UNSEEN, etree.Comment, with_tail=False)
    for block in tree.iter(*BLOCKS):
        block.tail = "\n" + (block.tail or "")
    for cell in tree.iter("td", "th"):
        cell.tail = "\t" + (cell.tail or "")
    pages.add(f"{title}\n{tree.text_content()}")


def _encoding(data: bytes) -> str | None:
    """UTF-8 where it fits; else what the page says of itself."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"
