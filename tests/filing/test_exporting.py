"""Out, in again, and out: the same."""

from AccessControl.SpecialUsers import nobody
from eduportal import filing
from eduportal.filing.columns import columns
from eduportal.filing.known import TYPE
from plone import api
from tests.filing.conftest import HEADER
import io
import openpyxl
import unicodedata

MORE = (
    "Trích yếu tiếng Anh",
    "Người ký",
    "Chức vụ",
    "Ngày có hiệu lực",
    "Ngày hết hiệu lực",
    "Lĩnh vực",
    "Nơi nhận",
    "Thay thế",
    "Căn cứ",
    "Tệp",
    "Trạng thái đăng",
    "Ngày đăng",
)
NFD_TITLE = unicodedata.normalize("NFD", "Quy định về công khai; “mới”")
ROWS = [
    (
        *("37/2020/TT-BGDĐT", "05/10/2020", "TT", "Bộ GD&ĐT", NFD_TITLE, "=On disclosure"),
        *("Nguyễn Văn A", "Thứ trưởng", "20/11/2020", "01/01/2030", 'Tuyển sinh; "Thi; kiểm tra"'),
        *("Các sở; Lưu: VT", "1/QĐ-B ngày 05/10/2013", "Họp giao ban"),
        *('a/b.pdf | Bản chính; "x;y.odt"; c/b.pdf', "Đã đăng", "07/10/2020"),
    ),
    ("1/QĐ-B", "05/10/2012", "QĐ", "Bộ Nội vụ", "2012", *[""] * 10, "Chờ duyệt", ""),
    ("1/QĐ-B", "05/10/2013", "QĐ", "Bộ Nội vụ", "2013", *[""] * 12),
    ("", "", "Giấy mời", "", "Họp giao ban", *[""] * 12),
    ("", "01/01/1899", "", "", "Quá cũ", *[""] * 12),
]


def cells(workbook):
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def out(portal, folder):
    with api.env.adopt_roles(["Manager"]):
        return filing.export(portal), filing.export_files(portal, folder), tree(folder)


def test_an_export_of_an_import_of_an_export_is_the_same(portal, file_rows, scans, tmp_path):
    for place, name in enumerate(("a/b.pdf", "x;y.odt", "c/b.pdf")):
        scans.write(name, b"%PDF" + bytes([place]))
    report = file_rows(ROWS, (*HEADER, *MORE))
    assert [outcome.done for outcome in report.outcomes] == ["new"] * 4 + ["error"]
    first, count, files = out(portal, tmp_path / "first")

    with api.env.adopt_roles(["Manager"]):
        brains = portal.portal_catalog.unrestrictedSearchResults(portal_type=TYPE)
        api.content.delete(objects=[brain._unrestrictedGetObject() for brain in brains])
        assert len(cells(filing.export(portal))) == 1
        report = filing.import_table(
            portal,
            filing.read(first, "van-ban.xlsx"),
            filing.Folder(tmp_path / "first"),
            filing.Options(),
            commit=lambda: None,
        )
    assert [outcome.done for outcome in report.outcomes] == ["new"] * 4
    assert [problem.column for outcome in report.outcomes for problem in outcome.problems] == [
        "areas"
    ]
    again, _count, same_files = out(portal, tmp_path / "again")

    assert (cells(again), same_files) == (cells(first), files)
    assert (count, sorted(files.values())) == (3, [b"%PDF\0", b"%PDF\1", b"%PDF\2"])
    heading, *rows = cells(first)
    assert heading == [column.vi for column in columns()]
    assert [row[4] for row in rows] == [
        "Họp giao ban",
        "2012",
        "2013",
        "Quy định về công khai; “mới”",
    ]
    circular = dict(zip((column.token for column in columns()), rows[-1], strict=True))
    assert {name: circular[name] for name in ("areas", "addressees", "replaces", "based_on")} == {
        "areas": 'Tuyển sinh; "Thi; kiểm tra"',
        "addressees": "Các sở; Lưu: VT",
        "replaces": "1/QĐ-B ngày 05/10/2013",
        "based_on": "Họp giao ban",
    }
    assert f"{circular['published_on']:%d/%m/%Y}" == "07/10/2020"
    assert circular["files"] == (
        '37-2020-tt-bgddt/b.pdf | Bản chính; "37-2020-tt-bgddt/x;y.odt"; 37-2020-tt-bgddt/2/b.pdf'
    )
    assert (circular["title_en"], circular["state"]) == ("=On disclosure", "Đã đăng")


def test_an_export_holds_only_what_its_reader_may_see(portal, file_rows, scans):
    file_rows(ROWS[:3], (*HEADER, *MORE))
    with api.env.adopt_user(user=nobody):
        found = cells(filing.export(portal))
    place = [column.token for column in columns()].index("replaces")
    assert [(row[0], row[place]) for row in found[1:]] == [("37/2020/TT-BGDĐT", None)]
    with api.env.adopt_roles(["Manager"]):
        seen = [(row[0], row[place]) for row in cells(filing.export(portal))[1:]]
    assert seen[-1] == ("37/2020/TT-BGDĐT", "1/QĐ-B ngày 05/10/2013")
