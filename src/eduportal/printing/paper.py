"""Blocks as a PDF of A4 pages, with ReportLab: nothing is fetched, every letter is in the file."""

from dataclasses import dataclass
from datetime import date
from eduportal.printing import blocks as kinds
from eduportal.printing.lettering import covered
from eduportal.printing.lettering import lettering
from eduportal.printing.styles import STYLES
from eduportal.printing.styles import TABLE
from eduportal.printing.styles import UNLINED
from io import BytesIO
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import HRFlowable
from reportlab.platypus import Image
from reportlab.platypus import ListFlowable
from reportlab.platypus import ListItem
from reportlab.platypus import Paragraph
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Spacer
from reportlab.platypus import Table
from reportlab.platypus import TableStyle
import logging

logger = logging.getLogger(__name__)

MARGIN = 20 * mm
WIDTH = A4[0] - 2 * MARGIN
FRAME = 6
"""ReportLab keeps this much free inside a page's frame, in points."""
FOOT = 8
HIGHEST = 0.45 * (A4[1] - 2 * MARGIN)
"""No picture takes more of a page."""
POINTS_PER_PIXEL = 0.5
"""144 pixels to an inch: small pictures stay small."""


@dataclass(frozen=True)
class Sheet:
    """What is said around the text; ``page`` is "Page {page} of {pages}" in the language."""

    title: str
    language: str
    author: str
    subject: str
    running: str
    page: str
    made_on: date
    blocks: list


def pdf(sheet: Sheet) -> bytes:
    """The file. A table that cannot be laid out makes all tables paragraphs."""
    lettering()
    try:
        return _built(sheet, lined=True)
    except Exception:  # ReportLab's tables raise all kinds of errors over odd merged cells
        logger.warning("tables of %r are printed as paragraphs", sheet.title, exc_info=True)
        return _built(sheet, lined=False)


def _built(sheet: Sheet, lined: bool) -> bytes:
    out = BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=MARGIN - FRAME,
        rightMargin=MARGIN - FRAME,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=covered(sheet.title),
        author=covered(sheet.author),
        subject=covered(sheet.subject),
        creator="eduportal",
        lang=sheet.language,
    )
    flow = [one for block in sheet.blocks for one in _flow(block, WIDTH, lined)]
    document.build(flow, canvasmaker=_numbered(sheet))
    return out.getvalue()


def _numbered(sheet: Sheet) -> type[Canvas]:
    """Pages are numbered "1 of 3" at the end, when it is known how many there are."""

    class Numbered(Canvas):
        def __init__(self, *arguments, **options) -> None:
            super().__init__(*arguments, **options)
            self.setViewerPreference("DisplayDocTitle", "true")
            self._pages: list[dict] = []

        def showPage(self) -> None:
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._pages, start=1):
                self.__dict__.update(page)
                self.setFont("Portal", FOOT)
                self.drawString(MARGIN, 11 * mm, _shortened(covered(sheet.running)))
                numbered = sheet.page.format(page=number, pages=len(self._pages))
                self.drawRightString(A4[0] - MARGIN, 11 * mm, covered(numbered))
                super().showPage()
            super().save()

    return Numbered


def _shortened(line: str) -> str:
    """A line of the foot that leaves room for the page's number."""
    room = WIDTH - 25 * mm
    if stringWidth(line, "Portal", FOOT) <= room:
        return line
    while stringWidth(f"{line}…", "Portal", FOOT) > room:
        line = line[:-1]
    return f"{line}…"


def _flow(block, width: float, lined: bool) -> list:
    """One block as ReportLab's flowables, in a column of a width in points."""
    if isinstance(block, kinds.Text):
        return [Paragraph(covered(block.markup), STYLES[block.style])]
    if isinstance(block, kinds.Picture):
        return _picture(block, width)
    if isinstance(block, kinds.Items):
        return [_list(block, width, lined)]
    if isinstance(block, kinds.Grid):
        return _table(block, width) if lined else _cells(block, width)
    return [HRFlowable(width="100%", thickness=0.5, spaceBefore=4, spaceAfter=6)]


def _picture(block: kinds.Picture, width: float) -> list:
    fit = min(
        width * block.share / block.width,
        HIGHEST / block.height,
        POINTS_PER_PIXEL if block.share == 1 else 10,
    )
    image = Image(BytesIO(block.data), block.width * fit, block.height * fit, hAlign="CENTER")
    image.spaceAfter = 3 if block.caption else 8
    if not block.caption:
        return [image]
    image.keepWithNext = True
    return [image, Paragraph(covered(block.caption), STYLES["caption"])]


def _list(block: kinds.Items, width: float, lined: bool) -> ListFlowable:
    inner = width - 18
    items = [
        ListItem([one for part in item for one in _flow(part, inner, lined)])
        for item in block.items
    ]
    numbered = block.start is not None
    return ListFlowable(
        items,
        bulletType="1" if numbered else "bullet",
        start=block.start if numbered else "•",
        bulletFontName="Portal",
        bulletFontSize=10,
        leftIndent=18,
        bulletFormat="%s." if numbered else None,
    )


def _table(block: kinds.Grid, width: float) -> list:
    """Merged cells as spans; the first rows repeat on every page while they are headings."""
    taken: set[tuple[int, int]] = set()
    cells: dict[tuple[int, int], kinds.Cell] = {}
    spans = []
    for down, row in enumerate(block.rows):
        across = 0
        for cell in row:
            while (down, across) in taken:
                across += 1
            cells[down, across] = cell
            deep = min(cell.rows, len(block.rows) - down)
            for y in range(down, down + deep):
                taken |= {(y, x) for x in range(across, across + cell.columns)}
            if cell.columns > 1 or deep > 1:
                last = (across + cell.columns - 1, down + deep - 1)
                spans.append(("SPAN", (across, down), last))
            across += cell.columns
    columns = max(x for _y, x in taken) + 1
    widths = _widths(cells, columns, width)
    padding = 5 if columns <= 8 else 2
    data = []
    for down in range(len(block.rows)):
        line = []
        for across in range(columns):
            cell = cells.get((down, across))
            inner = sum(widths[across : across + cell.columns]) - 2 * padding if cell else 0
            line.append(
                [one for part in cell.blocks for one in _flow(_bold(part, cell), inner, True)]
                if cell
                else ""
            )
        data.append(line)
    headings = 0
    if not spans:
        for row in block.rows[:3]:
            if not all(cell.heading for cell in row):
                break
            headings += 1
    table = Table(
        data,
        colWidths=widths,
        repeatRows=headings if headings < len(block.rows) else 0,
        splitInRow=1 if block.lines else 0,
    )
    table.setStyle(TABLE if block.lines else UNLINED)
    sides = [(f"{side}PADDING", (0, 0), (-1, -1), padding) for side in ("LEFT", "RIGHT")]
    table.setStyle(TableStyle([*sides, *spans]))
    return [table, Spacer(0, 8)]


def _bold(block, cell: kinds.Cell):
    if cell.heading and isinstance(block, kinds.Text):
        return kinds.Text(f"<b>{block.markup}</b>", block.style)
    return block


def _widths(cells: dict, columns: int, width: float) -> list[float]:
    """Half of the width in equal parts, half by the longest text of each column."""
    longest = [6] * columns
    for (_down, across), cell in cells.items():
        if cell.columns == 1:
            letters = sum(len(part.markup) for part in cell.blocks if isinstance(part, kinds.Text))
            longest[across] = max(longest[across], min(letters, 60))
    return [width / 2 * (1 / columns + one / sum(longest)) for one in longest]


def _cells(block: kinds.Grid, width: float) -> list:
    """Every cell below the other, for a table that does not fit."""
    return [
        one
        for row in block.rows
        for cell in row
        for part in cell.blocks
        for one in _flow(part, width, False)
    ]
