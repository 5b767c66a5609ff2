"""What an import makes of rows, in process."""

from datetime import date
from eduportal import sections
from eduportal.attachments.behavior import attached
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.filing import FilingError
from eduportal.filing import NoFiles
from eduportal.filing import Options
from eduportal.filing import import_table
from eduportal.filing import read
from plone import api
from tests.filing.conftest import HEADER
from zope.component import getGlobalSiteManager
from zope.lifecycleevent.interfaces import IObjectAddedEvent
import pytest
import transaction

CIRCULAR = ("37/2020/TT-BGDĐT", "05/10/2020", "Thông tư", "Bộ GD&ĐT", "Về dạy học")
LETTER = ("1502/SGDĐT-GDTH", date(2019, 9, 5), "cong van", "So Giao duc va Dao tao", "Công khai")


def done(report):
    return [(outcome.row, outcome.done, outcome.changed) for outcome in report.outcomes]


def said(report):
    return [
        (outcome.row, problem.severity, problem.vi)
        for outcome in report.outcomes
        for problem in outcome.problems
    ]


def numbers_of(values):
    return [value.to_object.number for value in values]


def test_rows_become_drafts_of_the_register(file_rows, filed):
    report = file_rows([CIRCULAR, LETTER])

    assert (done(report), said(report)) == ([(2, "new", []), (3, "new", [])], [])
    record = filed()["37/2020/TT-BGDĐT"]
    assert {
        name: getattr(record, name)
        for name in ("number", "issued_on", "kind", "issuer", "title", "language")
    } == {
        "number": "37/2020/TT-BGDĐT",
        "issued_on": date(2020, 10, 5),
        "kind": "thong-tu",
        "issuer": "Bộ Giáo dục và Đào tạo",
        "title": "Về dạy học",
        "language": "vi",
    }
    assert record.portal_workflow.getInfoFor(record, "review_state") == "draft"
    letter = filed()["1502/SGDĐT-GDTH"]
    assert (letter.kind, letter.issuer) == ("cong-van", "Sở Giáo dục và Đào tạo")


def test_a_second_import_changes_nothing(file_rows):
    file_rows([CIRCULAR, LETTER])

    assert done(file_rows([CIRCULAR, LETTER])) == [(2, "unchanged", []), (3, "unchanged", [])]
    other_spelling = ("Số: 37 / 2020/tt-bgddt", *CIRCULAR[1:])
    assert done(file_rows([other_spelling])) == [(2, "unchanged", [])]


def test_a_document_without_a_number_is_known_by_subject_date_and_issuer(file_rows, filed):
    invitation = ("", "05/09/2019", "Giấy mời", "Sở Giáo dục và Đào tạo", "Họp giao ban")
    file_rows([invitation, ("", "06/09/2019", *invitation[2:])])

    assert done(file_rows([invitation])) == [(2, "unchanged", [])]
    assert len([number for number in filed() if not number]) == 1
    other_day = ("Không số", "07/09/2019", *invitation[2:])
    assert done(file_rows([other_day, other_day]))[0] == (2, "new", [])


def test_empty_fields_are_filled_and_others_are_kept(file_rows, filed):
    header = (*HEADER, "Người ký", "Nơi nhận")
    file_rows([CIRCULAR])
    filed()["37/2020/TT-BGDĐT"].title = "Biên tập viên đã sửa"

    row = (*CIRCULAR, "Nguyễn Văn A", "Các sở; Các trường")
    report = file_rows([row], header)

    assert done(report) == [(2, "changed", ["signer", "addressees"])]
    assert [(kept.column, kept.portal, kept.table) for kept in report.outcomes[0].kept] == [
        ("title", "Biên tập viên đã sửa", "Về dạy học")
    ]
    record = filed()["37/2020/TT-BGDĐT"]
    assert (record.signer, record.addressees) == ("Nguyễn Văn A", ("Các sở", "Các trường"))
    assert record.title == "Biên tập viên đã sửa"

    assert done(file_rows([row], header, update=True)) == [(2, "changed", ["title"])]
    assert filed()["37/2020/TT-BGDĐT"].title == "Về dạy học"


def test_an_empty_cell_erases_nothing(file_rows, filed):
    file_rows([CIRCULAR])
    empty = (CIRCULAR[0], CIRCULAR[1], "", CIRCULAR[3], CIRCULAR[4])
    assert done(file_rows([empty], update=True)) == [(2, "unchanged", [])]
    assert filed()["37/2020/TT-BGDĐT"].kind == "thong-tu"


def test_a_dry_run_stores_nothing(file_rows, filed):
    report = file_rows([CIRCULAR, (*CIRCULAR[:2], "Lạ", *CIRCULAR[3:])], dry_run=True)
    assert [outcome.done for outcome in report.outcomes] == ["new", "error"]
    assert filed() == {}


def test_the_good_rows_are_filed_and_the_bad_ones_are_named(file_rows, filed):
    report = file_rows(
        [
            CIRCULAR,
            ("1/QĐ", "31/02/2020", "Quyết định", "Sở", "A"),
            ("2/QĐ", "05/10/2020", "Quyêt đinhh", "Bộ Giáo dục và Đào tạo", "B"),
            ("3/QĐ", "05/10/2020", "QĐ", "Bộ Giáo dục và Đào tạo", ""),
            ("05/10/2020", "05/10/2020", "QĐ", "Bộ Giáo dục và Đào tạo", "D"),
            ("37/2020/TT-BGDĐT", "06/10/2020", "TT", "Bộ GDĐT", "E"),
            CIRCULAR,
            ("8/TTr", "05/10/2030", "TTr", "Trường Lạ", "F"),
        ]
    )
    assert done(report) == [
        (2, "new", []),
        *[(row, "error", []) for row in range(3, 9)],
        (9, "new", []),
    ]
    assert sorted(filed()) == ["37/2020/TT-BGDĐT", "8/TTr"]
    assert filed()["8/TTr"].kind == "to-trinh"
    assert said(report) == [
        (
            3,
            "error",
            '"31/02/2020" không phải là một ngày có thật. Cần dạng dd/mm/yyyy, ví dụ 05/10/2020.',
        ),
        (
            3,
            "warning",
            '"Sở" chưa có trong danh mục cơ quan ban hành; được nhận như tên mới.',
        ),
        (
            4,
            "error",
            '"Quyêt đinhh" không có trong danh mục hình thức văn bản. Gần giống: "Quyết định", '
            '"Quy định". Cần tên hoặc chữ viết tắt trong danh mục.',
        ),
        (5, "error", "thiếu trích yếu. Mỗi văn bản cần một trích yếu."),
        (
            6,
            "error",
            '"05/10/2020" là một ngày: có thể Excel đã tự đổi số ký hiệu thành ngày. Hãy định dạng '
            "cột kiểu văn bản (Text) rồi gõ lại, ví dụ 12/QĐ-UBND.",
        ),
        (
            7,
            "error",
            "cùng số, cơ quan và năm (hoặc cùng trích yếu và ngày, nếu không có số) với dòng 2; "
            "chỉ dòng 2 được nhập. Hãy sửa số hoặc bỏ một dòng.",
        ),
        (8, "error", "lặp lại y nguyên dòng 2; dòng này được bỏ qua."),
        (
            9,
            "warning",
            '"Trường Lạ" chưa có trong danh mục cơ quan ban hành; được nhận như tên mới.',
        ),
        (9, "warning", "ngày ban hành 05/10/2030 ở tương lai. Hãy kiểm tra lại."),
    ]


def test_dates_have_to_follow_each_other(file_rows, filed):
    header = (*HEADER, "Ngày có hiệu lực")
    report = file_rows([(*CIRCULAR, "01/01/2020")], header)
    assert [(row, severity) for row, severity, _said in said(report)] == [(2, "error")]
    assert filed() == {}


def test_a_new_issuer_is_said_once_and_one_in_use_not_at_all(file_rows):
    rows = [(f"{n}/QĐ", "05/10/2020", "QĐ", "Trường Lạ", "A") for n in (1, 2)]
    assert [row for row, _severity, _said in said(file_rows(rows))] == [2]
    assert said(file_rows([("3/QĐ", "05/10/2020", "QĐ", "TRUONG LA", "A")])) == []


def test_files_are_attached_in_the_order_of_the_cell(file_rows, filed, scans):
    scans.write("2020/Thông tư 37.pdf", b"%PDF-1")
    scans.write("phu luc.docx", b"PK")
    header = (*HEADER, "Tệp đính kèm")
    row = (*CIRCULAR, "phụ lục.docx | Phụ lục; THONG TU 37.PDF; mất.pdf")

    report = file_rows([row], header)

    files = attached(filed()["37/2020/TT-BGDĐT"])
    assert [(one.title, one.file.filename, one.file.data) for one in files] == [
        ("Phụ lục", "phu luc.docx", b"PK"),
        ("Thông tư 37.pdf", "Thông tư 37.pdf", b"%PDF-1"),
    ]
    assert files[1].file.contentType == "application/pdf"
    assert (scans.folder / "phu luc.docx").exists()
    assert said(report) == [
        (
            2,
            "warning",
            'không tìm thấy tệp "mất.pdf". Văn bản vẫn được nhập, chưa có tệp này.',
        )
    ]
    assert done(file_rows([row], header)) == [(2, "unchanged", [])]


def test_a_file_is_added_once_and_replaced_only_when_asked(file_rows, filed, scans):
    header = (*HEADER, "Tệp đính kèm")
    scans.write("a.pdf", b"old")
    file_rows([(*CIRCULAR, "a.pdf")], header)
    scans.write("a.pdf", b"new")
    scans.write("b.pdf", b"b")

    def contents():
        return [one.file.data for one in attached(filed()["37/2020/TT-BGDĐT"])]

    report = file_rows([(*CIRCULAR, "a.pdf; b.pdf")], header)
    assert done(report) == [(2, "changed", ["files"])]
    assert [kept.column for kept in report.outcomes[0].kept] == ["files"]
    assert contents() == [b"old", b"b"]
    file_rows([(*CIRCULAR, "a.pdf; b.pdf")], header, update=True)
    assert contents() == [b"new", b"b"]


def test_relations_lead_to_rows_before_and_behind_and_to_records(file_rows, filed):
    file_rows([LETTER])
    header = (*HEADER, "Thay thế", "Liên quan")
    rows = [
        (*CIRCULAR, "1/QĐ-B; 9/KHÔNG CÓ", "1502/sgddt-gdth"),
        ("1/QĐ-B", "05/10/2012", "QĐ", "Bộ Giáo dục và Đào tạo", "Cũ", "", "Về dạy học"),
    ]
    assert said(file_rows(rows, header, dry_run=True)) == said(file_rows(rows, header))

    circular, old = filed()["37/2020/TT-BGDĐT"], filed()["1/QĐ-B"]
    assert numbers_of(circular.replaces) == ["1/QĐ-B"]
    assert numbers_of(circular.related) == ["1502/SGDĐT-GDTH"]
    assert numbers_of(old.related) == ["37/2020/TT-BGDĐT"]
    report = file_rows(rows, header)
    assert done(report) == [(2, "unchanged", []), (3, "unchanged", [])]
    assert said(report) == [
        (
            2,
            "warning",
            'không tìm thấy văn bản "9/KHÔNG CÓ" trong tệp này và trên cổng; quan hệ này chưa '
            "được ghi.",
        )
    ]


def test_a_number_that_several_have_needs_its_date(file_rows, filed):
    header = (*HEADER, "Căn cứ")
    twins = [("1/QĐ-B", f"05/10/{year}", "QĐ", "Bộ Nội vụ", str(year), "") for year in (2012, 2013)]
    report = file_rows([*twins, (*CIRCULAR, "1/QĐ-B; 1/QĐ-B ngày 5/10/2013")], header)
    circular = filed()["37/2020/TT-BGDĐT"]
    assert [value.to_object.title for value in circular.based_on] == ["2013"]
    assert [(row, text[:22]) for row, _severity, text in said(report)] == [
        (4, 'có 2 văn bản số "1/QĐ-')
    ]


def test_a_row_may_name_its_section_and_its_state(file_rows, filed, portal):
    header = (*HEADER, "Chuyên mục", "Trạng thái đăng", "Ngày đăng")
    rows = [
        (*CIRCULAR, "document-register", "Đã đăng", "07/10/2020"),
        ("2/QĐ", *CIRCULAR[1:], "Không có mục này", "", ""),
        ("3/QĐ", *CIRCULAR[1:], "", "Còn hiệu lực", ""),
    ]
    report = file_rows(rows, header, state="submitted")
    assert done(report) == [(2, "new", []), (3, "error", []), (4, "new", [])]
    state = portal.portal_workflow.getInfoFor
    circular = filed()["37/2020/TT-BGDĐT"]
    assert state(circular, "review_state") == "published"
    assert circular.effective_date.ISO8601()[:10] == "2020-10-07"
    assert state(filed()["3/QĐ"], "review_state") == "submitted"
    assert [(row, text[:28]) for row, _severity, text in said(report)] == [
        (3, 'không có chuyên mục "Không c'),
        (4, '"Còn hiệu lực" không phải là'),
    ]


def test_a_section_is_known_by_its_id_its_path_and_its_title(file_rows, filed, portal):
    register = sections.find("document-register")
    with api.env.adopt_roles(["Manager"]):
        api.content.create(register, "Section", "rieng", title="Văn bản riêng", language="vi")
    place = "/".join(register.getPhysicalPath()).removeprefix("/plone/vi/")
    written = ("document-register", f"{place}/rieng", f"/vi/{place}/rieng/", "Văn bản riêng")
    wrong = ("../en", "acl_users", f"{place}/khong-co")
    rows = [(f"{n}/QĐ", *CIRCULAR[1:], text) for n, text in enumerate((*written, *wrong))]

    report = file_rows(rows, (*HEADER, "Chuyên mục"))

    assert [outcome.done for outcome in report.outcomes] == ["new"] * 4 + ["error"] * 3
    assert [filed()[f"{n}/QĐ"].aq_parent.getId() for n in range(4)] == [
        register.getId(),
        *["rieng"] * 3,
    ]


def test_a_section_that_does_not_exist_stops_the_import(file_rows):
    with pytest.raises(FilingError) as refused:
        file_rows([CIRCULAR], section="no-such-section")
    assert refused.value.vi == 'không có chuyên mục "no-such-section" trên cổng.'


def test_a_row_that_breaks_stops_no_other(functional_portal, xlsx_of):
    """An add-on's subscriber raises: its row is an error, the rest of the batch is filed."""

    def refuse(document, event):
        if document.number == "2/QĐ":
            raise RuntimeError("an add-on")

    table = read(xlsx_of([(f"{n}/QĐ", *CIRCULAR[1:]) for n in (1, 2, 3)]), "a.xlsx")
    getGlobalSiteManager().registerHandler(refuse, (IOfficialDocument, IObjectAddedEvent))
    try:
        with api.env.adopt_roles(["Manager"]):
            report = import_table(functional_portal, table, NoFiles(), Options())
    finally:
        getGlobalSiteManager().unregisterHandler(refuse, (IOfficialDocument, IObjectAddedEvent))
    assert done(report) == [(2, "new", []), (3, "error", []), (4, "new", [])]
    catalog = functional_portal.portal_catalog
    brains = catalog.unrestrictedSearchResults(portal_type="OfficialDocument")
    assert sorted(brain.edu_number for brain in brains) == ["1/QĐ", "3/QĐ"]


def test_a_killed_import_goes_on_where_it_was(functional_portal, xlsx_of):
    table = read(xlsx_of([(f"{n}/QĐ", *CIRCULAR[1:]) for n in range(7)]), "a.xlsx")

    def kill(report):
        if len(report.outcomes) == 4:
            raise KeyboardInterrupt

    with api.env.adopt_roles(["Manager"]):
        with pytest.raises(KeyboardInterrupt):
            import_table(functional_portal, table, NoFiles(), Options(every=2), kill)
        transaction.abort()
        report = import_table(functional_portal, table, NoFiles(), Options(every=2))
    assert [outcome.done for outcome in report.outcomes] == ["unchanged"] * 4 + ["new"] * 3


def test_a_row_may_wait_for_its_day_and_nothing_taken_down_comes_back(file_rows, filed, portal):
    header = (*HEADER, "Trạng thái đăng", "Ngày đăng")
    rows = [
        ("1/QĐ", *CIRCULAR[1:], "Chờ đăng", "31/12/2099"),
        ("2/QĐ", *CIRCULAR[1:], "Chờ đăng", ""),
        ("3/QĐ", *CIRCULAR[1:], "Đã gỡ", ""),
        ("4/QĐ", *CIRCULAR[1:], "Trả lại chỉnh sửa", ""),
        ("5/QĐ", *CIRCULAR[1:], "Đã đăng", "31/12/2099"),
    ]
    report = file_rows(rows, header, state="published")
    state = portal.portal_workflow.getInfoFor
    found = {number: state(record, "review_state") for number, record in filed().items()}
    assert found == {
        "1/QĐ": "scheduled",
        "2/QĐ": "draft",
        "3/QĐ": "draft",
        "4/QĐ": "draft",
        # as ever: a day to come is ignored for what is published, and that is said
        "5/QĐ": "published",
    }
    assert filed()["1/QĐ"].effective_date.ISO8601() == "2099-12-31T08:00:00+07:00"
    assert [row for row, _severity, _text in said(report)] == [3, 4, 5, 6]
