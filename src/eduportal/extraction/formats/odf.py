"""ODT, ODS, ODP: the paragraphs of a text, the sheets and the slides of the others."""

from eduportal.extraction.formats import archive
from eduportal.extraction.found import Unreadable
from eduportal.extraction.limits import Limits
from eduportal.extraction.text import Pages
from odf import teletype
from odf.draw import Page
from odf.namespaces import TEXTNS
from odf.opendocument import load
from odf.table import Table
from odf.table import TableCell
from odf.table import TableRow
from pathlib import Path
import zipfile

PARAGRAPHS = ((TEXTNS, "p"), (TEXTNS, "h"))


def read(path: Path, pages: Pages, limits: Limits) -> None:
    """One page for a text, else one for each sheet or slide."""
    archive.check(path, limits)
    _refuse_encrypted(path)
    document = load(str(path))
    if document.mimetype.endswith("spreadsheet"):
        for sheet in document.getElementsByType(Table):
            pages.add("\n".join([sheet.getAttribute("name") or "", *map(_row, _rows(sheet))]))
    elif document.mimetype.endswith("presentation"):
        for slide in document.getElementsByType(Page):
            pages.add("\n".join(_paragraphs(slide)))
    else:
        pages.add("\n".join(_paragraphs(document.text)))


def _rows(sheet) -> list:
    return sheet.getElementsByType(TableRow)


def _row(row) -> str:
    return "\t".join(" ".join(_paragraphs(cell)) for cell in row.getElementsByType(TableCell))


def _paragraphs(element) -> list[str]:
    """In document order, which getElementsByType of two types would not keep."""
    if getattr(element, "qname", None) in PARAGRAPHS:
        return [teletype.extractText(element)]
    found = []
    for child in getattr(element, "childNodes", ()):
        found += _paragraphs(child)
    return found


def _refuse_encrypted(path: Path) -> None:
    with zipfile.ZipFile(path) as file, file.open("META-INF/manifest.xml") as stream:
        if b"encryption-data" in stream.read():
            raise Unreadable("encrypted", "encrypted")
