from eduportal.uploads import Rules
from eduportal.uploads import Upload
from eduportal.uploads import UploadRefused
from eduportal.uploads import accept
from io import BytesIO
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from tests.uploads import files
import io
import pikepdf
import pytest
import zipfile


def refused(data, name="đơn.pdf", rules=None):
    with pytest.raises(UploadRefused) as error:
        accept("paper", name, data, rules)
    assert error.value.field == "paper"
    return str(error.value.message)


def javascript(document):
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def launch(document):
    link = Dictionary(S=Name.Launch, F="cmd.exe")
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=link)
    document.pages[0].Annots = Array([document.make_indirect(annotation)])


def carrying(document):
    document.attachments["cmd.exe"] = b"MZ cmd.exe"


def pages_own_action(document):
    document.pages[0].AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="cmd.exe"))


def filled_by_a_program(document):
    document.Root.AcroForm = Dictionary(XFA=document.make_stream(b"cmd.exe"), Fields=[])


def script_address(document):
    link = Dictionary(S=Name.URI, URI="javascript:alert(1)")
    annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=link)
    document.pages[0].Annots = Array([annotation])


@pytest.mark.parametrize(
    "change, word",
    [
        (javascript, b"alert"),
        (launch, b"cmd.exe"),
        (carrying, b"cmd.exe"),
        (pages_own_action, b"cmd.exe"),
        (filled_by_a_program, b"/XFA"),
        (script_address, b"javascript"),
    ],
)
@pytest.mark.parametrize("streams", ["disable", "generate"])
def test_what_runs_in_a_pdf_is_taken_out_and_its_page_stays(change, word, streams):
    sent = files.pdf(change, object_stream_mode=pikepdf.ObjectStreamMode[streams])

    upload = accept("paper", "đơn.pdf", sent)

    with pikepdf.open(BytesIO(upload.data)) as document:
        plain = io.BytesIO()
        document.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            qdf=True,
        )
        assert len(document.pages) == 1
    assert word not in plain.getvalue()


def test_a_harmless_pdf_keeps_its_bytes_and_with_them_its_signatures():
    def link(document):
        action = Dictionary(S=Name.URI, URI="https://example.vn/")
        annotation = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action)
        document.pages[0].Annots = Array([annotation])

    sent = files.pdf(link)
    upload = accept("paper", "C:\\Hồ sơ\\đơn", sent)
    assert upload == Upload("paper", "đơn.pdf", "application/pdf", sent)


@pytest.mark.parametrize(
    "sent, reason",
    [
        (files.pdf()[:200], "upload_damaged"),
        (b"%PDF-1.7\n" + bytes(5000), "upload_damaged"),
        (files.pdf(encryption=pikepdf.Encryption(user="a", owner="b")), "upload_locked"),
        (b"MZ\x90 a program", "upload_wrong_kind"),
        (b"<html><script>alert(1)</script>", "upload_wrong_kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "upload_wrong_kind"),
        (b"GIF89a" + bytes(50), "upload_wrong_kind"),
        (b"PK\x03\x04" + bytes(50), "upload_wrong_kind"),
        (b"", "upload_empty"),
    ],
)
def test_what_is_no_whole_open_pdf_is_refused(sent, reason):
    assert refused(sent) == reason


def test_a_pdf_of_too_many_pages_or_endless_pictures_is_refused():
    def pages(document):
        for _number in range(300):
            document.add_blank_page()

    def picture(document):
        image = document.make_stream(b"", Subtype=Name.Image, Width=100_000, Height=100_000)
        document.pages[0].Resources = Dictionary(XObject=Dictionary(I=image))

    def filtered(document):
        stream = document.make_stream(b">", Filter=Array([Name.ASCIIHexDecode] * 9))
        document.pages[0].Contents = stream

    whole = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}
    assert [refused(files.pdf(change, **whole)) for change in (pages, picture, filtered)] == [
        "upload_too_complex"
    ] * 3


@pytest.mark.parametrize(
    "sent, stored",
    [
        (files.word(), "đơn.docx"),
        (files.workbook(), "đơn.xlsx"),
        (files.open_document(), "đơn.odt"),
    ],
)
def test_office_files_keep_their_bytes(sent, stored):
    upload = accept("paper", "đơn.doc", sent)
    assert (upload.filename, upload.data) == (stored, sent)


RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="http://example.vn/a" TargetMode="External" Type="'
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/></Relationships>'
)
DDE = (
    '<w:document xmlns:w="urn:w"><w:instrText>D</w:instrText>'
    "<w:instrText>DEAUTO c:\\\\cmd.exe</w:instrText></w:document>"
)


@pytest.mark.parametrize(
    "sent",
    [
        files.word(("word/vbaProject.bin", b"macro")),
        files.word(("word/embeddings/oleObject1.bin", b"MZ")),
        files.word(("word/_rels/settings.xml.rels", RELATION.format("attachedTemplate").encode())),
        files.word(replace={"word/document.xml": DDE.encode()}),
        files.word(("word/a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
        files.open_document(("Basic/Standard/Module1.xml", b"<a/>")),
        files.open_document(("styles.xml", b'<a xmlns:script="s"><script:event-listener/></a>')),
        files.open_document(
            (
                "a.xml",
                b'<a xmlns:draw="d" xmlns:xlink="x"><draw:image xlink:href="http://a/b"/></a>',
            )
        ),
    ],
)
def test_office_files_that_run_or_load_something_are_refused(sent):
    assert refused(sent, "đơn.docx") == "upload_active"


def test_links_that_people_click_are_no_harm():
    sent = files.word(("word/_rels/a.xml.rels", RELATION.format("hyperlink").encode()))
    assert accept("paper", "đơn.docx", sent).data == sent


def lying_about_its_size(data):
    """The word/a.xml of 60 MB says that it has ten bytes."""
    archive = zipfile.ZipFile(BytesIO(data))
    entry = archive.getinfo("word/a.xml")
    size = entry.file_size.to_bytes(4, "little")
    return data.replace(size, (10).to_bytes(4, "little"))


BOMB = files.word(("word/a.xml", b"<a>" + bytes(60 * 1024**2) + b"</a>"))


@pytest.mark.parametrize(
    "sent, reason",
    [
        (BOMB, "upload_too_complex"),
        (lying_about_its_size(BOMB), "upload_damaged"),
        (files.word(*[(f"word/{n}.bin", b"") for n in range(2000)]), "upload_too_complex"),
        (files.word(("../../etc/passwd", b"root")), "upload_damaged"),
        (files.word(("word/a.xml", b"<a><b></a>")), "upload_damaged"),
    ],
)
def test_archives_that_unfold_or_lead_astray_are_refused(sent, reason):
    assert refused(sent, "đơn.docx") == reason


def test_rules_bound_format_and_size():
    rules = Rules(extensions=("pdf", "jpg"), max_mb=1)
    assert refused(files.word(), "a.pdf", rules) == "upload_wrong_kind"
    assert refused(BytesIO(files.pdf() + bytes(1024**2)), "a.pdf", rules) == "upload_too_large"
    assert rules.shown == "PDF, JPEG"
