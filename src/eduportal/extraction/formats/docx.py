"""DOCX: the words of the text, its tables, boxes and notes, of headers and footers.

Read here and not by docx2python, which raises KeyError on documents that declare no relations'
name space (valid, and common in what programs make).
"""

from collections.abc import Iterator
from eduportal.extraction.formats import archive
from eduportal.extraction.limits import Limits
from eduportal.extraction.text import Pages
from lxml import etree
from pathlib import Path
import re
import zipfile

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Strict documents, which Word can save, use names of ISO for the same things.
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# The text once more, for programs that do not know the newer way of drawing it.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "p": "\n", "tc": "\t"}
PARTS = re.compile(r"word/(header|document|footnotes|endnotes|footer)\d*\.xml")
ORDER = ("header", "document", "footnotes", "endnotes", "footer")


def read(path: Path, pages: Pages, limits: Limits) -> None:
    """A document of Word has no pages until it is printed: it is one."""
    archive.check(path, limits)
    with zipfile.ZipFile(path) as file:
        parts = sorted(filter(None, map(PARTS.fullmatch, file.namelist())), key=_place)
        texts = [_text(file, part.string) for part in parts]
    # Every section repeats the headers it has in common with the others.
    pages.add("\n".join(dict.fromkeys(texts)))


def _place(part: re.Match) -> tuple[int, str]:
    return ORDER.index(part[1]), part.string


def _text(file: zipfile.ZipFile, name: str) -> str:
    with file.open(name) as stream:
        events = etree.iterparse(stream, events=("start", "end"), resolve_entities=False)
        return "".join(_pieces(events))


def _pieces(events) -> Iterator[str]:
    """Text in document order; what was read is let go, so that length costs no memory."""
    unseen = 0
    for event, element in events:
        if element.tag == FALLBACK:
            unseen += 1 if event == "start" else -1
        if event == "start" or not isinstance(element.tag, str):
            continue
        name = element.tag.removeprefix(WORD).removeprefix(STRICT)
        if not unseen and name == "t":
            yield element.text or ""
        elif not unseen and name in SIGNS:
            yield SIGNS[name]
        if name in ("p", "tbl"):
            element.clear(keep_tail=True)
