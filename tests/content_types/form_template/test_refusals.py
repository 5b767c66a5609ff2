"""Files that are no templates, or more than templates: refused with a sentence, never opened."""

from eduportal.content_types.form_template.archive import MOST_BYTES
from eduportal.content_types.form_template.archive import open_archive
from eduportal.content_types.form_template.form_template import IFormTemplate
from eduportal.content_types.form_template.refusals import TemplateRefused
from eduportal.content_types.form_template.rules import NoTemplate
from eduportal.form_templates.filled import TYPES
from io import BytesIO
from plone.namedfile.file import NamedBlobFile
from tests.content_types.form_template.making import docx
from tests.content_types.form_template.making import odt
from tests.content_types.form_template.making import packed
from tests.content_types.form_template.making import parts
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zope.i18n import translate
import pytest

PARAGRAPH = "<w:p><w:r><w:t>Một</w:t></w:r></w:p>"
BODY = "<text:p>Một</text:p>"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
)
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)


def bomb():
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts(docx(PARAGRAPH)).items():
            archive.writestr(name, data)
        archive.writestr("word/media/a.bin", b"\0" * 60_000_000)
    return out.getvalue()


def related(kind, target):
    relations = RELATION.format(kind=kind, target=target).encode()
    return docx(PARAGRAPH, **{"word/_rels/document.xml.rels": relations})


def field(instruction):
    return docx(f"<w:p><w:r><w:instrText>{instruction}</w:instrText></w:r></w:p>")


REFUSED = {
    "nothing": (b"", "This is no Word or ODT file"),
    "text": ("Xin chào".encode(), "This is no Word or ODT file"),
    "a PDF named .docx": (b"%PDF-1.7", "This is no Word or ODT file"),
    "a broken archive": (docx(PARAGRAPH)[:400], "This is no Word or ODT file"),
    "a spreadsheet": (
        packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "This is no Word or ODT file",
    ),
    "too many bytes": (b"PK" + b"\0" * MOST_BYTES, "too large for a form"),
    "a bomb": (bomb(), "too large for a form"),
    "too many parts": (packed({f"word/{n}.xml": b"" for n in range(600)}), "too large for a form"),
    "a macro": (docx(PARAGRAPH, **{"word/vbaProject.bin": b"x"}), "a macro, a program"),
    "an embedded file": (docx(PARAGRAPH, **{"word/embeddings/a.xlsx": b"x"}), "a macro, a program"),
    "a Basic library": (odt(BODY, **{"Basic/Standard/Module1.xml": b"<a/>"}), "a macro, a program"),
    "a script": (
        odt(f"<office:scripts><office:script script='x'/></office:scripts>{BODY}"),
        "a macro, a program",
    ),
    "a template from elsewhere": (related("attachedTemplate", "http://x.vn/a.dotm"), "would fetch"),
    "a picture from elsewhere": (related("image", "https://x.vn/a.png"), "would fetch"),
    "a file of the reader's": (related("hyperlink", "file:///etc/passwd"), "would fetch"),
    "DDE": (field('DDEAUTO c:\\\\cmd.exe "/k"'), "would fetch"),
    "INCLUDEPICTURE": (field("INCLUDEPICTURE http://x.vn/a.png"), "would fetch"),
    "a picture from elsewhere in ODT": (
        odt(
            "<text:p><draw:frame><draw:image xmlns:xlink='http://www.w3.org/1999/xlink' "
            "xlink:href='http://x.vn/a.png'/></draw:frame></text:p>"
        ),
        "would fetch",
    ),
    "entities": (
        packed(parts(docx("")) | {"word/document.xml": LAUGHS.encode()}),
        "damaged in “word/document.xml”",
    ),
    "entities in UTF-16": (
        packed(parts(docx("")) | {"word/document.xml": LAUGHS.encode("utf-16")}),
        "damaged in “word/document.xml”",
    ),
    "no XML": (packed(parts(odt("")) | {"content.xml": b"<a"}), "damaged in “content.xml”"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_plain_document_is_refused(name):
    data, sentence = REFUSED[name]

    with pytest.raises(TemplateRefused) as refused:
        open_archive(data)

    assert sentence in translate(refused.value.message, target_language="en")


def test_an_ordinary_link_is_no_danger():
    assert open_archive(related("hyperlink", "https://moet.gov.vn/")).kind == "docx"
    assert open_archive(odt(BODY)).kind == "odt"


def upload(kind, data):
    return NamedBlobFile(data, contentType=TYPES[kind], filename=f"a.{kind}")


@pytest.mark.parametrize(
    ("field", "file", "sentence"),
    [
        ("word", ("docx", docx("<w:p><w:r><w:t>{{ a</w:t></w:r></w:p>")), "without their other"),
        ("word", ("docx", odt(BODY)), "This is an ODT file"),
        ("odt", ("odt", docx(PARAGRAPH)), "This is a Word file"),
        ("odt", ("odt", b"x"), "This is no Word or ODT file"),
    ],
)
def test_the_form_says_what_is_wrong_with_an_upload(integration, field, file, sentence):
    with pytest.raises(NoTemplate) as refused:
        IFormTemplate[field].validate(upload(*file))

    assert sentence in translate(refused.value.args[0], target_language="en")


def test_an_unknown_name_is_no_reason_to_refuse_the_upload(integration):
    unknown = docx("<w:p><w:r><w:t>{{ don_vi.tenn }}</w:t></w:r></w:p>")

    IFormTemplate["word"].validate(upload("docx", unknown))
