"""Procedures as a table: every cell's mistake has its sentence, and an export imports equal."""

from eduportal.content_types.procedure.procedure import IProcedure
from eduportal.procedures import exporting
from eduportal.procedures.importing import import_table
from eduportal.procedures.reading import read
from eduportal.sections import find
from plone import api
from zope.schema import getFieldNames
import pytest

HEADER = ["STT", "Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Thời hạn", "Phí", "Thành phần hồ sơ"]
ROW = ["1", "1.005099", "Chuyển trường", "giao duc tieu hoc", "6 ngày làm việc", "Không", "Đơn"]


@pytest.fixture
def manager(portal):
    with api.env.adopt_roles(["Manager"]):
        yield portal


@pytest.fixture
def table(xlsx_of):
    def make(*rows, header=HEADER):
        return read(xlsx_of([header, *rows], title="Thủ tục"), "thu-tuc.xlsx")

    return make


def kept():
    """Every procedure's values by its name."""
    brains = api.portal.get_tool("portal_catalog")(portal_type="Procedure")
    names = getFieldNames(IProcedure)
    return {
        brain.Title: {name: getattr(brain.getObject(), name) for name in names} for brain in brains
    }


def test_a_good_row_is_filed_as_a_draft_and_a_second_time_nothing(manager, table):
    report = import_table(table(ROW))
    assert (report.counts, report.problems) == (
        {"new": 1, "changed": 0, "unchanged": 0, "error": 0},
        [],
    )
    (made,) = find("procedure-list").objectValues()
    assert (made.code, made.area, made.days, made.fee, made.dossier) == (
        "1.005099",
        "Giáo dục tiểu học",
        6,
        0,
        ("Đơn",),
    )
    assert api.content.get_state(made) == "draft"
    assert import_table(table(ROW)).counts["unchanged"] == 1


def test_each_mistake_names_its_place_and_the_good_rows_are_taken_over(manager, table):
    header = [*HEADER, "Đối tượng", "Thư điện tử người xử lý"]
    bad = ["2", "", "Cấp bản sao", "", "vài ngày", "ba chục", "Đơn | x", "Người lạ", "khong-phai"]
    mild = ["4", "", "Xác nhận", "", "1", "30.000 đồng", "", "Phụ huynh; Học sinh", "a@gmail.com"]
    report = import_table(
        table([*ROW, "", ""], bad, ["3", "", "", "", "5"], [*ROW, "", ""], mild, header=header)
    )
    assert report.counts == {"new": 2, "changed": 0, "unchanged": 0, "error": 3}
    said = [p.sentence("vi") for row in report.outcomes for p in row.problems]
    assert said == [
        'Trang "Thủ tục", dòng 3, cột Đối tượng: "Người lạ" không có trong danh sách: Cha mẹ học '
        "sinh; Học sinh, học viên; Nhà giáo, cán bộ, nhân viên; Cá nhân khác; Cơ sở giáo dục; "
        "Tổ chức, doanh nghiệp.",
        'Trang "Thủ tục", dòng 3, cột Thành phần hồ sơ: "Đơn | x" không đúng dạng: tên | số bản '
        "chính | số bản sao.",
        'Trang "Thủ tục", dòng 3, cột Thời hạn: "vài ngày" chưa đúng: cần một số nguyên, ví dụ 5.',
        'Trang "Thủ tục", dòng 3, cột Phí: "ba chục" chưa đúng: cần số tiền bằng đồng, ví dụ '
        "30000, hoặc Không.",
        'Trang "Thủ tục", dòng 3, cột Thư điện tử người xử lý: "khong-phai" chưa đúng: cần một địa '
        "chỉ thư điện tử.",
        'Trang "Thủ tục", dòng 4, cột Tên thủ tục: thiếu tên thủ tục. Mỗi thủ tục cần một tên.',
        'Trang "Thủ tục", dòng 5, cột Mã TTHC: thủ tục này đã có ở dòng 2. Mỗi thủ tục chỉ ghi một '
        "dòng.",
        said[7],
    ]
    assert said[7].startswith(
        'Trang "Thủ tục", dòng 6, cột Thư điện tử người xử lý: "a@gmail.com" là thư điện tử miễn '
        "phí, không nên công bố "
    )
    assert kept()["Xác nhận"]["fee"] == 30_000
    assert kept()["Xác nhận"]["audiences"] == ("cha-me-hoc-sinh", "hoc-sinh")


def test_the_portal_keeps_what_it_says_otherwise_unless_the_table_is_to_win(manager, table):
    import_table(table(ROW))
    other = [*ROW[:4], "3", "", "Đơn; Học bạ | 1 | 0"]
    report = import_table(table(other))
    (outcome,) = report.outcomes
    assert (outcome.done, [(one.column, one.portal) for one in outcome.kept]) == (
        "unchanged",
        [("dossier", "Đơn"), ("days", "6")],
    )
    assert import_table(table(other), update=True, dry_run=True).counts["changed"] == 1
    assert kept()["Chuyển trường"]["days"] == 6
    import_table(table(other), update=True)
    now = kept()["Chuyển trường"]
    assert (now["days"], now["fee"]) == (3, 0)


def test_an_export_imported_into_an_empty_portal_gives_the_same_again(manager, complete):
    section = find("procedure-list")
    form = find("forms-library").objectValues("Dexterity Item")[0]
    document = api.content.create(
        find("document-register"), "OfficialDocument", title="Thông tư", number="28/2020/TT-BGDĐT"
    )
    more = {
        "title_en": "Transfer",
        "description": "=1+1 không phải công thức\nDòng hai",
        "conditions": "Còn chỗ học",
        "forms": (api.content.get_uuid(form),),
        "other_forms": ("Mẫu 1; Mẫu 2",),
        "time_note": "Kể từ ngày nhận",
        "source_url": "https://dichvucong.gov.vn/x",
        "handler_email": "vanthu@c1hoasen.tinhmau.edu.vn",
    }
    api.content.create(section, "Procedure", title="Chuyển trường", **complete, **more)
    api.content.create(section, "Procedure", title="Không có mã")
    by_hand = import_table(read("Tên thủ tục,Căn cứ pháp lý (số\\, ký hiệu)\n".encode(), "x.csv"))
    assert by_hand.outcomes == []
    before, data = kept(), exporting.export()
    api.content.delete(objects=list(section.objectValues()), check_linkintegrity=False)
    report = import_table(read(data, "thu-tuc.xlsx"))
    assert (report.counts["new"], report.failed) == (2, False)
    assert kept() == before
    assert exporting.export()[:2] == b"PK"
    assert document.number == "28/2020/TT-BGDĐT"


def test_a_legal_basis_is_found_by_its_number_and_a_strange_one_is_said(manager, table):
    document = api.content.create(
        find("document-register"), "OfficialDocument", title="Thông tư", number="28/2020/TT-BGDĐT"
    )
    header = ["Tên thủ tục", "Căn cứ pháp lý (số, ký hiệu)"]
    report = import_table(table(["Chuyển trường", "28/2020/TT-BGDĐT\n9/2099/TT-X"], header=header))
    assert [one.severity for one in report.outcomes[0].problems] == ["warning"]
    (relation,) = kept()["Chuyển trường"]["legal_basis"]
    assert relation.to_object.getPhysicalPath() == document.getPhysicalPath()
    again = import_table(read(exporting.export(), "x.xlsx"))
    assert again.counts["unchanged"] == 1
