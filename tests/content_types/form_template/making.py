"""Small DOCX and ODT files around a given body."""

from eduportal.form_templates.shipped import docx as word
from eduportal.form_templates.shipped import odt as open_document
from io import BytesIO
from zipfile import ZipFile

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
