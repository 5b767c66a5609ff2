from eduportal.mandate import kinds
from eduportal.units.model import Unit
from eduportal.units.rules import check
from eduportal.units.spreadsheet import read
from eduportal.units.spreadsheet import row_of
from pathlib import Path
import pytest

ALL = ["so-a", "phong-b", "th-c", "th-d"]
CODES = "so, phong, commune, C0, C1, C2, C3, C12, C23, C123, TX, TH, TN, TNT, TC, TK"
SAMPLE = Path(__file__).parents[2] / "instance" / "units.csv"


def ids(checked):
    return [unit.id for unit in checked.units]


def said(checked):
    return [(one.severity, one.sentence("vi"), one.sentence("en")) for one in checked.problems]


def test_the_sample_has_no_problems_and_every_kind_it_promises():
    checked = check(read(SAMPLE))
    assert checked.problems == []
    assert [(unit.tier, unit.parent) for unit in checked.units] == [
        ("so", ""),
        ("phong", "so-mau"),
        ("commune", "so-mau"),
        ("C0", "phong-mau"),
        ("C1", "phong-mau"),
        ("C2", "phong-mau"),
        ("C12", "phong-mau"),
        ("C0", "xa-mau"),
        ("C1", "xa-mau"),
        ("C2", "xa-mau"),
        ("C3", "so-mau"),
        ("TX", "so-mau"),
    ]


def test_good_rows_become_units_with_defaults(check_rows, rows_with):
    checked = check_rows(rows_with(th_c={"tier": "c1", "domain": "C1C-B.edu.vn"}))
    assert said(checked) == []
    assert checked.units[2] == Unit(
        id="th-c",
        name="Trường C",
        name_en="School C",
        tier="C1",
        parent="phong-b",
        domain="c1c-b.edu.vn",
        palette="sky",
    )
    assert checked.units[2].kind == kinds()["C1"]


def test_parents_come_before_their_members(check_rows, rows_with):
    checked = check_rows(list(reversed(rows_with())))
    assert ids(checked) == ["so-a", "phong-b", "th-d", "th-c"]


def test_an_unknown_tier_is_named_with_those_allowed(check_rows, rows_with):
    checked = check_rows(rows_with(th_c={"tier": "C9"}))
    assert ids(checked) == ["so-a", "phong-b", "th-d"]
    assert said(checked) == [
        (
            "error",
            f'Dòng 4, cột tier: "C9" không phải là loại đơn vị. Cho phép: {CODES}.',
            f'Row 4, column tier: "C9" is not a kind of unit. Allowed: {CODES}.',
        )
    ]


def test_of_two_rows_with_one_id_neither_is_taken(check_rows, rows_with):
    checked = check_rows([*rows_with(), {**rows_with()[2], "name": "Trường khác"}])
    assert ids(checked) == ["so-a", "phong-b", "th-d"]
    assert said(checked) == [
        (
            "error",
            f'Dòng {row}, cột id: mã "th-c" trùng với dòng {other}. Mỗi đơn vị một mã; '
            "không dòng nào trong số này được dùng.",
            f'Row {row}, column id: the id "th-c" is also that of row {other}. '
            "Each unit has an id of its own; none of these rows is used.",
        )
        for row, other in ((4, 6), (6, 4))
    ]


def test_a_row_written_twice_stands_once(check_rows, rows_with):
    checked = check_rows([*rows_with(), rows_with()[2]])
    assert ids(checked) == ALL
    assert said(checked) == [
        (
            "warning",
            "Dòng 6: lặp lại y nguyên dòng 4; chỉ dùng một dòng.",
            "Row 6: repeats row 4 exactly; it is used once.",
        )
    ]


def test_every_member_of_a_circle_of_parents_is_named(check_rows, rows_with):
    checked = check_rows(
        rows_with(phong_b={"parent": "th-c"}, th_d={"parent": "so-a"}, th_c={"parent": "phong-b"})
    )
    assert ids(checked) == ["so-a", "th-d"]
    assert said(checked) == [
        (
            "error",
            f"Dòng {row}, cột parent: các đơn vị là cấp trên của nhau theo vòng: {circle}. "
            "Hãy sửa cấp trên của một đơn vị.",
            f"Row {row}, column parent: the units are one another's parents in a circle: {circle}. "
            "Change the parent of one.",
        )
        for row, circle in ((3, "phong-b → th-c → phong-b"), (4, "th-c → phong-b → th-c"))
    ]


def test_a_unit_may_not_be_its_own_parent(check_rows, rows_with):
    checked = check_rows(rows_with(th_c={"parent": "th-c"}))
    assert ids(checked) == ["so-a", "phong-b", "th-d"]
    assert said(checked)[0][1] == (
        "Dòng 4, cột parent: các đơn vị là cấp trên của nhau theo vòng: th-c → th-c. "
        "Hãy sửa cấp trên của một đơn vị."
    )


def test_an_unknown_parent_is_named(check_rows, rows_with):
    checked = check_rows(rows_with(th_c={"parent": "phong-x"}))
    assert ids(checked) == ["so-a", "phong-b", "th-d"]
    assert said(checked) == [
        (
            "error",
            'Dòng 4, cột parent: không có đơn vị cấp trên "phong-x" trong tệp hay trên hệ thống. '
            "Cột này ghi mã (id) của đơn vị cấp trên.",
            'Row 4, column parent: there is no parent "phong-x" in the file or in the system. '
            "This column holds the id of the parent.",
        )
    ]


def test_members_of_a_bad_row_are_reported_in_their_own_rows(check_rows, rows_with):
    checked = check_rows(rows_with(so_a={"name": ""}))
    assert ids(checked) == []
    assert said(checked) == [
        (
            "error",
            "Dòng 2, cột name: thiếu tên đơn vị.",
            "Row 2, column name: the unit's name is missing.",
        ),
        *(
            (
                "error",
                f'Dòng {row}, cột parent: đơn vị cấp trên "{parent}" có lỗi nên chưa tạo được; '
                "hãy sửa dòng của đơn vị đó trước.",
                f'Row {row}, column parent: the parent "{parent}" has errors and cannot be made; '
                "mend its row first.",
            )
            for row, parent in ((3, "so-a"), (4, "phong-b"), (5, "phong-b"))
        ),
    ]


def test_members_of_a_unit_that_exists_do_not_suffer_from_its_bad_row(check_rows, rows_with):
    existing = {"phong-b": Unit("phong-b", "Phòng B", "Office B", "phong", "so-a")}
    checked = check_rows(rows_with(phong_b={"name": ""}), existing=existing)
    assert ids(checked) == ["so-a", "th-c", "th-d"]


def test_parents_may_exist_already(check_rows, rows_with):
    existing = {"phong-b": Unit("phong-b", "Phòng B", "Office B", "phong")}
    checked = check_rows(rows_with()[2:], existing=existing)
    assert (ids(checked), said(checked)) == (["th-c", "th-d"], [])


def test_a_circle_through_an_existing_unit_is_found(check_rows, rows_with):
    existing = {"phong-b": Unit("phong-b", "Phòng B", "Office B", "phong", "phong-x")}
    row = {"id": "phong-x", "name": "X", "name_en": "X", "tier": "phong", "parent": "phong-b"}
    checked = check_rows([row], existing=existing)
    assert ids(checked) == []
    assert "phong-x → phong-b → phong-x" in said(checked)[0][1]


def test_a_domain_claimed_by_two_rows_goes_to_neither(check_rows, rows_with):
    domain = {"domain": "c1c.edu.vn"}
    checked = check_rows(rows_with(th_c=domain, th_d={"domain": "C1C.edu.vn"}))
    assert ids(checked) == ["so-a", "phong-b"]
    assert said(checked) == [
        (
            "error",
            f'Dòng {row}, cột domain: tên miền "{written}" trùng với dòng {other}. '
            "Mỗi đơn vị một tên miền; không dòng nào trong số này được dùng.",
            f'Row {row}, column domain: the domain "{written}" is also that of row {other}. '
            "Each unit has a domain of its own; none of these rows is used.",
        )
        for row, written, other in ((4, "c1c.edu.vn", 5), (5, "C1C.edu.vn", 4))
    ]


def test_a_domain_in_use_by_an_existing_unit_is_refused(check_rows, rows_with):
    existing = {"th-x": Unit("th-x", "Trường X", "School X", "C1", domain="c1x.edu.vn")}
    checked = check_rows(rows_with(th_c={"domain": "c1x.edu.vn"}), existing=existing)
    assert ids(checked) == ["so-a", "phong-b", "th-d"]
    assert said(checked) == [
        (
            "error",
            'Dòng 4, cột domain: tên miền "c1x.edu.vn" đang do đơn vị th-x (Trường X) sử dụng. '
            "Hãy chọn tên miền khác.",
            'Row 4, column domain: the domain "c1x.edu.vn" is in use by the unit th-x (Trường X). '
            "Choose another.",
        )
    ]


def test_a_domain_may_change_hands_when_both_units_are_in_the_file(check_rows, rows_with):
    existing = {"th-d": Unit("th-d", "Trường D", "School D", "C1", "phong-b", "c1x.edu.vn")}
    checked = check_rows(
        rows_with(th_c={"domain": "c1x.edu.vn"}, th_d={"domain": "c1d.edu.vn"}), existing=existing
    )
    assert (ids(checked), said(checked)) == (ALL, [])


def test_a_reserved_id_is_refused_unless_the_unit_exists(check_rows, rows_with):
    checked = check_rows(rows_with(), reserved_ids={"th-c"})
    assert ids(checked) == ["so-a", "phong-b", "th-d"]
    assert said(checked) == [
        (
            "error",
            'Dòng 4, cột id: mã "th-c" đã dành cho một chuyên mục hoặc trang của hệ thống. '
            "Hãy chọn mã khác.",
            'Row 4, column id: the id "th-c" is reserved for a section or a page of the system. '
            "Choose another.",
        )
    ]
    existing = {"th-c": Unit("th-c", "Trường C", "School C", "C1", "phong-b")}
    assert ids(check_rows(rows_with(), existing=existing, reserved_ids={"th-c"})) == ALL


@pytest.mark.parametrize(
    ("change", "vi", "en"),
    [
        (
            {"parent": ""},
            "cột parent: Trường tiểu học cần đơn vị cấp trên. Ghi mã (id) của đơn vị đó.",
            "column parent: Primary school needs a parent. Write the id of that unit.",
        ),
        (
            {"tier": "so"},
            "cột parent: Sở Giáo dục và Đào tạo không có đơn vị cấp trên; hãy để trống ô này.",
            "column parent: Department of Education and Training has no parent; "
            "leave this cell empty.",
        ),
    ],
)
def test_kinds_that_must_or_must_not_have_a_parent(check_rows, rows_with, change, vi, en):
    checked = check_rows(rows_with(th_c=change))
    assert ids(checked) == ["so-a", "phong-b", "th-d"]
    assert said(checked) == [("error", f"Dòng 4, {vi}", f"Row 4, {en}")]


def test_an_unusual_parent_only_warns(check_rows, rows_with):
    checked = check_rows(rows_with(th_c={"tier": "C3"}))
    assert ids(checked) == ALL
    assert said(checked) == [
        (
            "warning",
            "Dòng 4, cột parent: Trường trung học phổ thông thường trực thuộc "
            'Sở Giáo dục và Đào tạo; "phong-b" là Phòng Giáo dục và Đào tạo.',
            "Row 4, column parent: Upper secondary school usually belongs to: "
            'Department of Education and Training; "phong-b" is: '
            "District Office of Education and Training.",
        )
    ]


def test_a_row_from_a_form_is_tidied_and_checked():
    row = row_of({"id": " so-a ", "name": "Sở A\u0301", "name_en": "A", "tier": "so"})
    checked = check([row])
    assert checked.problems == []
    assert [(unit.id, unit.name) for unit in checked.units] == [("so-a", "Sở Á")]


def test_a_long_chain_of_parents_is_no_trouble(check_rows):
    rows = [{"id": "so-a", "name": "A", "name_en": "A", "tier": "so"}]
    rows += [
        {
            "id": f"p{number}",
            "name": "B",
            "name_en": "B",
            "tier": "phong",
            "parent": f"p{number - 1}" if number else "so-a",
        }
        for number in range(1500)
    ]
    assert ids(check_rows(list(reversed(rows)))) == [row["id"] for row in rows]
