"""A layout as OpenDocument text (ISO/IEC 26300), with the few parts that it needs."""

from eduportal.form_templates.shipped.layout import FONT
from eduportal.form_templates.shipped.layout import MARGINS_CM
from eduportal.form_templates.shipped.layout import PAGE_CM
from eduportal.form_templates.shipped.layout import SIZE
from eduportal.form_templates.shipped.layout import Block
from eduportal.form_templates.shipped.layout import Line
from eduportal.form_templates.shipped.layout import Style
from eduportal.form_templates.shipped.layout import Table
from eduportal.form_templates.shipped.packing import pack
from xml.sax.saxutils import escape

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
        ("svg", "svg-compatible"),
    )
)
TYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    + "</manifest:manifest>"
)
FONTS = (
    f'<office:font-face-decls><style:font-face style:name="{FONT}" '
    f'svg:font-family="\'{FONT}\'" style:font-family-generic="roman"/></office:font-face-decls>'
)


def odt(title: str, blocks: tuple[Block, ...]) -> bytes:
    """The file; the same layout makes the same bytes."""
    writer = Writer()
    body = "".join(
        writer.table(one) if isinstance(one, Table) else writer.line(one) for one in blocks
    )
    content = (
        f'<office:document-content {NAMES} office:version="1.3">{FONTS}'
        f"<office:automatic-styles>{writer.styles()}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        f'<office:document-meta {NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'office:version="1.3"><office:meta><dc:title>{escape(title)}</dc:title>'
        "<dc:language>vi-VN</dc:language></office:meta></office:document-meta>"
    )
    return pack(
        {
            "mimetype": TYPE,
            "content.xml": content,
            "styles.xml": _page(),
            "meta.xml": meta,
            "META-INF/manifest.xml": MANIFEST,
        }
    )


class Writer:
    """Turns lines and tables into text and collects the styles that they need."""

    def __init__(self) -> None:
        self._lines: dict[Style, str] = {}
        self._tables: list[Table] = []

    def line(self, line: Line) -> str:
        name = self._lines.setdefault(line.style, f"P{len(self._lines) + 1}")
        # a paragraph's own weight stands in its style
        runs = "".join(
            f'<text:span text:style-name="{_weight(bold, italic)}">{escape(text)}</text:span>'
            if (bold, italic) != (line.style.bold, line.style.italic)
            else escape(text)
            for text, bold, italic in line.runs()
        )
        return f'<text:p text:style-name="{name}">{runs}</text:p>'

    def table(self, table: Table) -> str:
        self._tables.append(table)
        name = f"T{len(self._tables)}"
        columns = "".join(
            f'<table:table-column table:style-name="{name}.{number}"/>'
            for number in range(len(table.widths_cm))
        )
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell table:style-name="{name}.cell" office:value-type="string">'
                f"{''.join(map(self.line, cell))}</table:table-cell>"
                for cell in row
            )
            + "</table:table-row>"
            for row in table.rows
        )
        return (
            f'<table:table table:name="{name}" table:style-name="{name}">{columns}{rows}'
            "</table:table>"
        )

    def styles(self) -> str:
        found = [_paragraph_style(name, style) for style, name in self._lines.items()]
        for bold in (False, True):
            for italic in (False, True):
                found.append(
                    f'<style:style style:name="{_weight(bold, italic)}" style:family="text">'
                    f"{_text_properties(bold, italic)}</style:style>"
                )
        for number, table in enumerate(self._tables, 1):
            found += _table_styles(f"T{number}", table)
        return "".join(found)


def _weight(bold: bool, italic: bool) -> str:
    return f"run{'-bold' * bold}{'-italic' * italic}"


def _text_properties(bold: bool, italic: bool, size: int | None = None) -> str:
    points = f' fo:font-size="{size}pt"' if size else ""
    return (
        f'<style:text-properties fo:font-weight="{"bold" if bold else "normal"}" '
        f'fo:font-style="{"italic" if italic else "normal"}"{points}/>'
    )


def _paragraph_style(name: str, style: Style) -> str:
    side = (style.width_cm - style.rule_cm) / 2 if style.rule_cm else 0
    rule = (
        ' fo:border-top="0.75pt solid #000000" fo:line-height="4pt" fo:padding="0cm"'
        if style.rule_cm
        else ""
    )
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:text-align="{style.align}" '
        f'fo:margin-top="{style.above}pt" fo:margin-bottom="{style.below}pt" '
        f'fo:margin-left="{side:.2f}cm" fo:margin-right="{side:.2f}cm" '
        f'fo:text-indent="{style.first_cm:.2f}cm"{rule}/>'
        f"{_text_properties(style.bold, style.italic, style.size)}</style:style>"
    )


def _table_styles(name: str, table: Table) -> list[str]:
    border = "0.5pt solid #000000" if table.borders else "none"
    return [
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{sum(table.widths_cm):.2f}cm" table:align="left"/></style:style>',
        *(
            f'<style:style style:name="{name}.{number}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>'
            for number, width in enumerate(table.widths_cm)
        ),
        f'<style:style style:name="{name}.cell" style:family="table-cell">'
        f'<style:table-cell-properties fo:border="{border}" fo:padding="0.1cm"/></style:style>',
    ]


def _page() -> str:
    width, height = PAGE_CM
    sides = zip(("top", "right", "bottom", "left"), MARGINS_CM, strict=True)
    margins = " ".join(f'fo:margin-{side}="{cm}cm"' for side, cm in sides)
    return (
        f'<office:document-styles {NAMES} office:version="1.3">{FONTS}<office:styles>'
        '<style:default-style style:family="paragraph"><style:text-properties '
        f'style:font-name="{FONT}" fo:font-size="{SIZE}pt" fo:language="vi" fo:country="VN"/>'
        "</style:default-style></office:styles><office:automatic-styles>"
        f'<style:page-layout style:name="page"><style:page-layout-properties '
        f'fo:page-width="{width}cm" fo:page-height="{height}cm" {margins}/></style:page-layout>'
        "</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="page"/>'
        "</office:master-styles></office:document-styles>"
    )
