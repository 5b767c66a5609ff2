"""Small DOCX and ODT files around a given body."""

from eduportal.form_templates.shipped import docx as word
from eduportal.form_templates.shipped import odt as open_document
from io import BytesIO
from lxml.etree import fromstring
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAW = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
HEADER_TYPE = (
    '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.header+xml"/></Types>'
)


def parts(data):
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(contents):
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return out.getvalue()


def docx(body, header="", **more):
    """``more`` are further parts."""
    contents = parts(word.docx("", ()))
    document = f"<w:document {word.W}><w:body>{body}</w:body></w:document>"
    contents["word/document.xml"] = document.encode()
    if header:
        contents["word/header1.xml"] = f"<w:hdr {word.W}>{header}</w:hdr>".encode()
        types = contents["[Content_Types].xml"].decode().replace("</Types>", HEADER_TYPE)
        contents["[Content_Types].xml"] = types.encode()
    return packed(contents | more)


def odt(body, **more):
    contents = parts(open_document.odt("", ()))
    contents["content.xml"] = (
        f'<office:document-content {DRAW}{open_document.NAMES} office:version="1.3"><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    ).encode()
    return packed(contents | more)


def words(paragraph):
    return paragraph.iter(f"{W}t", f"{W}br")


def lines_of(data: bytes) -> list[str]:
    """The paragraphs of a DOCX that say something: headers, text, footers."""
    with ZipFile(BytesIO(data)) as archive:
        parts = sorted(archive.namelist())
        wanted = [
            name
            for kind in ("header", "document", "footer")
            for name in parts
            if name.startswith(f"word/{kind}") and name.endswith(".xml")
        ]
        paragraphs = [
            "".join("\n" if one.tag == f"{W}br" else one.text or "" for one in words(paragraph))
            for name in wanted
            for paragraph in fromstring(archive.read(name)).iter(f"{W}p")
        ]
    return [line for text in paragraphs for line in text.split("\n") if line.strip()]
