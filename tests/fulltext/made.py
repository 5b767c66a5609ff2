"""Real files with known words, made by libraries, or by hand where a library only reads."""

from io import BytesIO
from odf.opendocument import OpenDocumentPresentation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.opendocument import OpenDocumentText
from openpyxl import Workbook
from pathlib import Path
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFont
from pptx import Presentation
from pptx.util import Inches
from pypdfium2 import PdfDocument
from pypdfium2 import raw
import ctypes
import odf.draw
import odf.style
import odf.table
import odf.text
import zipfile

# Comes with fontconfig, which Chromium needs: on every machine that runs these tests.
FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
A4 = (595, 842)
DPI = 200


def pdf(*pages: str) -> bytes:
    """A PDF with a text layer, one page for each text, a line of it for each line."""
    font_data = FONT.read_bytes()
    buffer = (ctypes.c_uint8 * len(font_data)).from_buffer_copy(font_data)
    document = PdfDocument.new()
    font = raw.FPDFText_LoadFont(document, buffer, len(font_data), raw.FPDF_FONT_TRUETYPE, True)
    for text in pages:
        page = document.new_page(*A4)
        for number, line in enumerate(text.split("\n")):
            written = raw.FPDFPageObj_CreateTextObj(document, font, 12.0)
            letters = (line + "\0").encode("utf-16-le")
            units = (ctypes.c_ushort * (len(letters) // 2)).from_buffer_copy(letters)
            raw.FPDFText_SetText(written, units)
            raw.FPDFPageObj_Transform(written, 1, 0, 0, 1, 50, 780 - 20 * number)
            raw.FPDFPage_InsertObject(page, written)
        page.gen_content()
    return _saved(document)


def scan(*pages: str, turned: int = 0) -> bytes:
    """A PDF of pictures of pages, as a scanner makes it."""
    drawn = [drawing(text).rotate(turned, expand=True) for text in pages]
    stream = BytesIO()
    drawn[0].save(stream, "PDF", save_all=True, append_images=drawn[1:], resolution=DPI)
    return stream.getvalue()


def picture(text: str, kind: str = "PNG") -> bytes:
    stream = BytesIO()
    drawing(text).save(stream, kind, dpi=(DPI, DPI))
    return stream.getvalue()


def drawing(text: str) -> Image.Image:
    """A page of A4 with a text on it, in grey as scanners see black."""
    page = Image.new("L", tuple(side * DPI // 72 for side in A4), 250)
    pen = ImageDraw.Draw(page)
    pen.multiline_text((140, 160), text, 40, ImageFont.truetype(str(FONT), 40), spacing=24)
    return page


def joined(*files: bytes) -> bytes:
    """Several PDFs as one."""
    document = PdfDocument.new()
    for file in files:
        document.import_pages(PdfDocument(file))
    return _saved(document)


def locked_pdf() -> bytes:
    """A PDF behind a password that nobody knows."""
    secret = b"<" + b"ab" * 32 + b">"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O %s /U %s >>" % (secret, secret),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 5\n0000000000 65535 f \n%strailer\n" % table
    out += b"<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<01> <01>] >>\n"
    out += b"startxref\n%d\n%%%%EOF\n" % out.index(b"xref\n")
    return bytes(out)


def docx(*paragraphs: str, entity: str = "") -> bytes:
    """The smallest document that Word opens; ``entity`` goes before its root element."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": f'<?xml version="1.0"?>{entity}<w:document xmlns:w="{word}">'
            f"<w:body>{body}</w:body></w:document>",
        }
    )


def bomb() -> bytes:
    """A document of some kilobytes that unpacks to a gigabyte."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        with archive.open("word/document.xml", "w") as member:
            for _megabyte in range(1024):
                member.write(bytes(1024 * 1024))
    return stream.getvalue()


def zipped(members: dict[str, str]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def xlsx(**sheets: list[list]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return _written(book)


def pptx(*slides: str, notes: str = "") -> bytes:
    show = Presentation()
    for text in slides:
        slide = show.slides.add_slide(show.slide_layouts[6])
        slide.shapes.add_textbox(0, 0, Inches(5), Inches(2)).text_frame.text = text
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
    return _written(show)


def odt(*paragraphs: str) -> bytes:
    document = OpenDocumentText()
    for text in paragraphs:
        document.text.addElement(odf.text.P(text=text))
    return _written(document)


def ods(**sheets: list[list[str]]) -> bytes:
    document = OpenDocumentSpreadsheet()
    for title, rows in sheets.items():
        sheet = odf.table.Table(name=title)
        for row in rows:
            line = odf.table.TableRow()
            for value in row:
                cell = odf.table.TableCell()
                cell.addElement(odf.text.P(text=value))
                line.addElement(cell)
            sheet.addElement(line)
        document.spreadsheet.addElement(sheet)
    return _written(document)


def odp(*slides: str) -> bytes:
    document = OpenDocumentPresentation()
    layout = odf.style.PageLayout(name="Layout")
    document.automaticstyles.addElement(layout)
    master = odf.style.MasterPage(name="Master", pagelayoutname=layout)
    document.masterstyles.addElement(master)
    for text in slides:
        slide = odf.draw.Page(masterpagename=master)
        frame = odf.draw.Frame(width="10cm", height="5cm")
        box = odf.draw.TextBox()
        box.addElement(odf.text.P(text=text))
        frame.addElement(box)
        slide.addElement(frame)
        document.presentation.addElement(slide)
    return _written(document)


def ole(stream_name: str) -> bytes:
    """The beginning of an Office file from before 2007, with the name of one stream in it."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream_name.encode("utf-16-le") + b"\0\0"
    )


def _saved(document: PdfDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _written(document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""


def raw_pdf(drawing: str) -> bytes:
    """A page with these drawing operators; ``/F1`` is Courier."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    content, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(content)}\n%%EOF\n"
    return f"{content}xref\n0 6\n0000000000 65535 f \n{table}{trailer}".encode("ascii")
