"""How the paper looks: black on white, one font, sizes in points."""

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import TableStyle

_TEXT = {"fontName": "Portal", "fontSize": 11, "leading": 16, "spaceAfter": 7, "linkUnderline": 1}
_HEADING = {"keepWithNext": 1, "spaceBefore": 8, "spaceAfter": 4, "fontName": "PortalBold"}


def _style(name: str, **changes) -> ParagraphStyle:
    return ParagraphStyle(name, **(_TEXT | changes))


STYLES = {
    one.name: one
    for one in (
        _style("parent", fontSize=10, leading=13, spaceAfter=1),
        _style("unit", fontName="PortalBold", fontSize=12, leading=15, spaceAfter=2),
        _style(
            "title", fontName="PortalBold", fontSize=18, leading=23, spaceBefore=6, spaceAfter=5
        ),
        _style("facts", fontSize=9.5, leading=13, textColor=colors.HexColor("#333333")),
        _style("lead", fontName="PortalBold"),
        _style(
            "note",
            borderWidth=0.7,
            borderColor=colors.black,
            borderPadding=5,
            spaceBefore=8,
            spaceAfter=12,
        ),
        _style("text"),
        _style("cell", fontSize=9.5, leading=13, spaceAfter=2),
        _style("h2", fontSize=14, leading=18, **_HEADING),
        _style("h3", fontSize=12.5, leading=16, **_HEADING),
        _style("h4", fontSize=11, leading=15, **_HEADING),
        _style("quote", leftIndent=18, rightIndent=18, fontName="PortalItalic"),
        _style("code", fontSize=9, leading=12),
        _style("small", fontSize=9.5, leading=13),
        _style("caption", fontSize=9.5, leading=13, fontName="PortalItalic", alignment=TA_CENTER),
    )
}

_CELLS = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]
TABLE = TableStyle([*_CELLS, ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#555555"))])
UNLINED = TableStyle(_CELLS)
