"""An item's formatted text as blocks: broken markup is mended, what is too much is left out."""

from collections.abc import Callable
from collections.abc import Generator
from collections.abc import Iterator
from eduportal.printing.blocks import Cell
from eduportal.printing.blocks import Grid
from eduportal.printing.blocks import Items
from eduportal.printing.blocks import Line
from eduportal.printing.blocks import Picture
from eduportal.printing.blocks import Text
from eduportal.vietnamese import nfc
from html import escape
from lxml import html
from lxml.etree import ParserError
from urllib.parse import urljoin
from urllib.parse import urlsplit
import re

MOST_LETTERS = 300_000
MOST_PARAGRAPHS = 15_000
LONGEST = 8_000
"""Letters of a paragraph: four times as many take sixteen times as long to lay out."""
MOST_CELLS = 5_000
MOST_PICTURES = 40
MOST_COLUMNS = 20
DEEPEST = 40
"""Elements in each other; below that only the words are taken."""

PIECE = re.compile(rf"(?s:.{{1,{LONGEST}}})(?=\s|$)|(?s:.{{1,{LONGEST}}})")
SCHEMES = ("http", "https", "mailto", "tel")
SILENT = ("script", "style", "template", "noscript", "svg", "math", "object", "select", "head")
INLINE = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "cite": "i",
    "u": "u",
    "ins": "u",
    "s": "strike",
    "del": "strike",
    "strike": "strike",
    "sup": "super",
    "sub": "sub",
}
THROUGH = ("span", "font", "mark", "abbr", "small", "big", "code", "time", "q", "label", "kbd")
HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
STYLES = HEADINGS | {
    "blockquote": "quote",
    "pre": "code",
    "figcaption": "small",
    "caption": "small",
}
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufe0e\ufe0f\u200d]")


def escaped(text: str) -> str:
    return escape(nfc(UNSEEN.sub("", text)))


class Reader:
    """Reads one item's text; ``picture`` gets the absolute address of an ``img`` and its text."""

    def __init__(self, base: str, picture: Callable[[str, str], Picture | None]) -> None:
        self._base = base
        self._picture = picture
        self._letters = MOST_LETTERS
        self._paragraphs = MOST_PARAGRAPHS
        self._cells = MOST_CELLS
        self._pictures = MOST_PICTURES

    @property
    def full(self) -> bool:
        """Whether something was left out because there was too much of it."""
        return min(self._letters, self._paragraphs, self._cells, self._pictures) < 0

    def read(self, markup: str) -> list:
        try:
            # without ``huge_tree`` what lies deeper than 256 elements would be lost
            parser = html.HTMLParser(huge_tree=True)
            tree = html.fragment_fromstring(markup, create_parent="div", parser=parser)
        except (ParserError, ValueError):
            return []
        return list(self._blocks(tree, "text", 0))

    def _blocks(self, element, style: str, depth: int) -> Iterator:
        """The element's content; text that stands between blocks becomes a paragraph."""
        if depth > DEEPEST:
            line = yield from self._longer("", " ".join(element.itertext()), style)
            yield from self._paragraph(line, style)
            return
        line = yield from self._longer("", element.text, style)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in SILENT:
                if self._is_inline(child):
                    line += self._inline(child, depth + 1)
                else:
                    yield from self._paragraph(line, style)
                    line = ""
                    yield from self._block(child, style, depth + 1)
            line = yield from self._longer(line, child.tail, style)
        yield from self._paragraph(line, style)

    def _longer(self, line: str, text: str | None, style: str) -> Generator[Text, None, str]:
        """The line with more words; what would be too long is given out as paragraphs before."""
        for piece in PIECE.findall(text or "") or [""]:
            if len(line) + len(piece) > LONGEST:
                yield from self._paragraph(line, style)
                line = ""
            line += self._words(piece)
        return line

    def _block(self, element, style: str, depth: int) -> Iterator:
        tag = element.tag
        if tag in ("ul", "ol"):
            yield from self._list(element, depth)
        elif tag == "table":
            yield from self._table(element, depth)
        elif tag == "img":
            yield from self._image(element)
        elif tag == "hr":
            yield Line()
        else:
            yield from self._blocks(element, STYLES.get(tag, style), depth)

    def _paragraph(self, line: str, style: str) -> Iterator[Text]:
        if re.sub(r"<br/>|\s|&nbsp;|\u00a0", "", line):
            self._paragraphs -= 1
            if self._paragraphs >= 0:
                yield Text(line.strip(), style)

    def _is_inline(self, element) -> bool:
        """One that only looks inline because a picture, table or whole text is in it is none."""
        if element.tag == "br":
            return True
        known = element.tag in INLINE or element.tag in THROUGH or element.tag == "a"
        if not known or _is_long(element):
            return False
        return not any(
            inner.tag in STYLES or inner.tag in ("img", "table", "ul", "ol", "p", "div", "hr")
            for inner in element.iterdescendants()
            if isinstance(inner.tag, str)
        )

    def _inline(self, element, depth: int) -> str:
        if element.tag == "br":
            return "<br/>"
        if depth > DEEPEST:
            return self._words(" ".join(element.itertext()))
        inner = self._words(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in SILENT:
                inner += self._inline(child, depth + 1)
            inner += self._words(child.tail)
        if element.tag == "a" and (target := self._target(element.get("href"))):
            return f'<a href="{escaped(target)}">{inner}</a>' if inner.strip() else ""
        tag = INLINE.get(element.tag)
        return f"<{tag}>{inner}</{tag}>" if tag and inner else inner

    def _target(self, address: str | None) -> str:
        """An absolute address, or ``""`` for what paper cannot lead to."""
        try:
            target = urljoin(self._base, (address or "").strip())
            return target if urlsplit(target).scheme in SCHEMES else ""
        except ValueError:
            return ""

    def _list(self, element, depth: int) -> Iterator[Items]:
        items = [
            blocks
            for child in element
            if isinstance(child.tag, str) and (blocks := list(self._blocks(child, "text", depth)))
        ]
        if items:
            start = element.get("start", "1")
            number = int(start) if re.fullmatch(r"\d{1,5}", start) else 1
            yield Items(items, number if element.tag == "ol" else None)

    def _table(self, element, depth: int) -> Iterator:
        """Tables in tables, and those too wide for paper, become paragraphs."""
        for caption in element.findall("caption"):
            yield from self._blocks(caption, "small", depth)
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        inside = next(element.iterancestors("table"), None) is not None
        cells = [[one for one in row if one.tag in ("td", "th")] for row in rows]
        widest = max((sum(_span(one, "colspan") for one in row) for row in cells), default=0)
        if inside or widest > MOST_COLUMNS or any(_is_long(one) for row in cells for one in row):
            for one in (one for row in cells for one in row):
                yield from self._blocks(one, "text", depth)
            return
        made = []
        for row in cells:
            self._cells -= len(row)
            if self._cells < 0:
                break
            if row:
                made.append([self._cell(one, depth) for one in row])
        if made:
            yield Grid(made)

    def _cell(self, element, depth: int) -> Cell:
        return Cell(
            list(self._blocks(element, "cell", depth)),
            element.tag == "th",
            _span(element, "colspan"),
            _span(element, "rowspan"),
        )

    def _image(self, element) -> Iterator:
        self._pictures -= 1
        alt = " ".join((element.get("alt") or "").split())
        target = self._target(element.get("src"))
        picture = self._picture(target, alt) if target and self._pictures >= 0 else None
        if picture is not None:
            yield picture
        elif alt:
            yield Text(f"<i>[{escaped(alt)}]</i>", "small")

    def _words(self, text: str | None) -> str:
        """Spaces as one, as a browser shows them, up to what is left of the room."""
        if not text or self._letters < 0:
            return ""
        self._letters -= len(text)
        if self._letters < 0:
            text = text[: self._letters]
        return escaped(re.sub(r"[ \t\r\n\f]+", " ", text))


def _is_long(element) -> bool:
    """More than paper has room for in one piece."""
    return sum(map(len, element.itertext())) > LONGEST


def _span(element, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return min(int(value), MOST_COLUMNS) if re.fullmatch(r"[1-9]\d{0,2}", value) else 1
