"""A layout as DOCX (ISO/IEC 29500), with the few parts that it needs."""

from eduportal.form_templates.shipped.layout import FONT
from eduportal.form_templates.shipped.layout import MARGINS_CM
from eduportal.form_templates.shipped.layout import PAGE_CM
from eduportal.form_templates.shipped.layout import SIZE
from eduportal.form_templates.shipped.layout import Block
from eduportal.form_templates.shipped.layout import Line
from eduportal.form_templates.shipped.layout import Table
from eduportal.form_templates.shipped.packing import pack
from xml.sax.saxutils import escape

TWIPS = 566.93
"""Of a centimetre; a point has twenty."""
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Readers of the format expect the second name in every document.
W = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{OFFICE}"'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ALIGN = {"start": "left", "center": "center", "end": "right", "justify": "both"}

TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
STYLES = (
    f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    f'<w:sz w:val="{SIZE * 2}"/><w:szCs w:val="{SIZE * 2}"/><w:lang w:val="vi-VN"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style></w:styles>"
)


def docx(title: str, blocks: tuple[Block, ...]) -> bytes:
    """The file; the same layout makes the same bytes."""
    core = (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
    body = "".join(_table(one) if isinstance(one, Table) else _line(one) for one in blocks)
    return pack(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "docProps/core.xml": core,
            "word/document.xml": f"<w:document {W}><w:body>{body}{_page()}</w:body></w:document>",
            "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
            "word/styles.xml": STYLES,
        }
    )


def _page() -> str:
    width, height = (round(cm * TWIPS) for cm in PAGE_CM)
    top, right, bottom, left = (round(cm * TWIPS) for cm in MARGINS_CM)
    return (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" '
        f'w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="600" w:footer="600" '
        'w:gutter="0"/></w:sectPr>'
    )


def _line(line: Line) -> str:
    style = line.style
    border = indent = ""
    if style.rule_cm:
        side = round((style.width_cm - style.rule_cm) / 2 * TWIPS)
        border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        indent = f'<w:ind w:left="{side}" w:right="{side}"/>'
    elif style.first_cm:
        indent = f'<w:ind w:firstLine="{round(style.first_cm * TWIPS)}"/>'
    above, below = style.above * 20, style.below * 20
    exact = ' w:line="80" w:lineRule="exact"' if style.rule_cm else ""
    runs = "".join(_run(*run, size=style.size) for run in line.runs())
    return (
        f'<w:p><w:pPr>{border}<w:spacing w:before="{above}" w:after="{below}"{exact}/>{indent}'
        f'<w:jc w:val="{ALIGN[style.align]}"/></w:pPr>{runs}</w:p>'
    )


def _run(text: str, bold: bool, italic: bool, size: int) -> str:
    weight = "<w:b/>" * bold + "<w:i/>" * italic
    return (
        f'<w:r><w:rPr>{weight}<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _table(table: Table) -> str:
    widths = [round(cm * TWIPS) for cm in table.widths_cm]
    value = "single" if table.borders else "nil"
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="{value}" w:sz="4" w:space="0"/>' for side in sides)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(row, widths) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{rows}</w:tbl>"
    )


def _row(row: list[list[Line]], widths: list[int]) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{''.join(map(_line, cell))}</w:tc>"
        for cell, width in zip(row, widths, strict=True)
    )
    return f"<w:tr>{cells}</w:tr>"
