"""Placeholders in both formats: found, checked and filled in, however they were written."""

from eduportal.content_types.form_template.known import KNOWN
from eduportal.content_types.form_template.placeholders import Placeholder
from eduportal.content_types.form_template.placeholders import check
from eduportal.content_types.form_template.placeholders import placeholders
from eduportal.content_types.form_template.rendering import BLANK
from eduportal.content_types.form_template.rendering import render
from io import BytesIO
from odf import teletype
from odf.opendocument import load
from odf.table import TableRow
from odf.text import P
from tests.content_types.form_template.making import docx
from tests.content_types.form_template.making import lines_of
from tests.content_types.form_template.making import odt
from zipfile import ZipFile
import pytest
import time

UNIT = {"don_vi.ten": "Trường Tiểu học Hoa Sen"}


def text_of(data):
    """The paragraphs of a rendered file, read by somebody else's reader of the format."""
    if b"mimetype" in data[:100]:
        document = load(BytesIO(data))
        lines = [teletype.extractText(one) for one in document.getElementsByType(P)]
    else:
        lines = lines_of(data)
    return [line for line in lines if line.strip()]


RUNS = {
    "docx": docx(
        "<w:p><w:r><w:t>Kính gửi: {{ don</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr>"
        "<w:t>_vi.</w:t></w:r><w:hyperlink><w:r><w:t>ten }</w:t></w:r></w:hyperlink>"
        "<w:r><w:t>}, tại {{don_vi.ten}}.</w:t></w:r></w:p>"
    ),
    "odt": odt(
        "<text:p>Kính gửi: {{ don<text:span>_vi.</text:span><text:span>t<text:span>en</text:span>"
        "</text:span> }<text:bookmark/>}, tại {{don_vi.ten}}.</text:p>"
    ),
}


@pytest.mark.parametrize("kind", RUNS)
def test_a_name_that_is_cut_into_runs_is_one_name(kind):
    assert placeholders(RUNS[kind]) == [
        Placeholder("don_vi.ten", 2, "Kính gửi: {{ don_vi.ten }}, tại {{don_vi.ten}}.")
    ]
    assert check(RUNS[kind], KNOWN) == []
    assert text_of(render(RUNS[kind], UNIT)) == [
        "Kính gửi: Trường Tiểu học Hoa Sen, tại Trường Tiểu học Hoa Sen."
    ]


LINES = (
    "Tên: {{ nguoi_nop.ho_ten }}",
    "Trường: {{ tra_loi.preschool | tra_loi.primary_school }}",
    "Điện thoại: {{ nguoi_nop.dien_thoai }}",
    "Ghi chú: {{ tra_loi.note }}",
)
AS_PARAGRAPHS = {
    "docx": docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)),
    "odt": odt("".join(f"<text:p>{line}</text:p>" for line in LINES)),
}


@pytest.mark.parametrize("kind", AS_PARAGRAPHS)
def test_values_are_text_and_never_markup(kind):
    values = {
        "nguoi_nop.ho_ten": 'Lê <b>"Hoa"</b> & {{ don_vi.ten }}\x00\x08',
        "tra_loi.preschool": "",
        "tra_loi.primary_school": "Tiểu học Sen",
        "tra_loi.note": "dòng một\r\ndòng hai",
        "don_vi.ten": "không bao giờ",
    }

    rendered = text_of(render(AS_PARAGRAPHS[kind], values))

    assert "\n".join(rendered).split("\n") == [
        'Tên: Lê <b>"Hoa"</b> & {{ don_vi.ten }}',
        "Trường: Tiểu học Sen",
        f"Điện thoại: {BLANK}",
        "Ghi chú: dòng một",
        "dòng hai",
    ]


@pytest.mark.parametrize("kind", AS_PARAGRAPHS)
def test_the_same_values_make_the_same_bytes(kind):
    first = render(AS_PARAGRAPHS[kind], UNIT)
    time.sleep(0.01)

    assert render(AS_PARAGRAPHS[kind], UNIT) == first


ROW = ("{{ giay_to.stt }}", "{{ giay_to.ten }}, nộp tại {{ don_vi.ten }}")
TABLES = {
    "docx": docx(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>TT</w:t></w:r></w:p></w:tc></w:tr><w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in ROW)
        + "</w:tr></w:tbl><w:p><w:r><w:t>Hết</w:t></w:r></w:p>"
    ),
    "odt": odt(
        "<table:table><table:table-row><table:table-cell><text:p>TT</text:p></table:table-cell>"
        "</table:table-row><table:table-row>"
        + "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in ROW)
        + "</table:table-row></table:table><text:p>Hết</text:p>"
    ),
}


@pytest.mark.parametrize("kind", TABLES)
def test_a_row_with_a_list_is_repeated(kind):
    files = [{"stt": "1", "ten": "Giấy khai sinh"}, {"stt": "2", "ten": "Học bạ"}]

    rendered = render(TABLES[kind], UNIT | {"giay_to": files})

    assert text_of(rendered) == [
        "TT",
        "1",
        "Giấy khai sinh, nộp tại Trường Tiểu học Hoa Sen",
        "2",
        "Học bạ, nộp tại Trường Tiểu học Hoa Sen",
        "Hết",
    ]
    if kind == "odt":
        assert len(load(BytesIO(rendered)).getElementsByType(TableRow)) == 3
    assert text_of(render(TABLES[kind], UNIT | {"giay_to": []}))[-2:] == [
        ", nộp tại Trường Tiểu học Hoa Sen",
        "Hết",
    ]


def test_headers_footers_and_frames_are_filled_in_too():
    data = docx(
        "<w:p><w:r><w:t>{{ don_vi.ten }}</w:t></w:r></w:p>",
        header="<w:p><w:r><w:t>Đầu trang {{ don_vi.ten }}</w:t></w:r></w:p>",
    )

    with ZipFile(BytesIO(render(data, UNIT))) as archive:
        header = archive.read("word/header1.xml").decode()

    assert "Đầu trang Trường Tiểu học Hoa Sen" in header
    framed = odt(
        "<text:p>Ngoài {{ don_vi.ten }}<draw:frame><draw:text-box><text:p>Trong {{ don_vi.ten }}"
        "</text:p></draw:text-box></draw:frame> sau</text:p>"
    )
    assert text_of(render(framed, UNIT))[-1] == "Trong Trường Tiểu học Hoa Sen"


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_is_wrong_is_named_with_its_paragraph_and_the_nearest_name(kind):
    lines = (
        "Trường {{ don_vi.tenn }} kính báo",
        "Học sinh {{ Đơn vị.Tên }}",
        "Mở {{ don_vi.ten mà không đóng",
        "Trống {{ }} ở đây",
        "{% for x in y %}",
        "Ô {{ tra_loi.bat_ky }}",
        "Lạ {{ xyzxyz }}",
    )
    make = {
        "docx": lambda: docx("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)),
        "odt": lambda: odt("".join(f"<text:p>{line}</text:p>" for line in lines)),
    }

    found = [(one.unknown, one.nearest, one.paragraph) for one in check(make[kind](), KNOWN)]

    assert found == [
        ("don_vi.tenn", "don_vi.ten", lines[0]),
        ("Đơn vị.Tên", "don_vi.ten", lines[1]),
        ("", "", lines[2]),
        ("", "", lines[3]),
        ("", "", lines[4]),
        ("xyzxyz", "", lines[6]),
    ]
