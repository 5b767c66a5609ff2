"""Accounts from a table: sentences for what is wrong, safe to run again, handed over."""

from eduportal.accounts.importing import import_people
from eduportal.accounts.people import people
from eduportal.accounts.table import COLUMNS
from eduportal.mail import queue
from eduportal.spreadsheets import read
from plone import api
from tests.accounts.conftest import told
import pytest
import re
import transaction

TABLE = """STT;Họ và tên;Tên đăng nhập;Email;Nhóm;Chức vụ
1;Trần Thị Hoa;;hoa@mau.vn;Biên tập viên;Tổ trưởng Tổ 1
2;Lê Văn Nam;nam.lv;;CTV, Trưởng ban biên tập;Phó hiệu trưởng
3;Phạm Sáu;;;;
"""
BROKEN = """Họ tên;Tên đăng nhập;Thư điện tử;Nhóm
;aaa;;
Ông Một;Một Hai;khong-phai;Hội đồng
Bà Hai;trung;;
Bà Ba;trung;;
Bà Tư;admin;;
Bà Năm;bann;;
"""

SLIP = re.compile(r"<code>((?:[a-z2-9]{4}-){3}[a-z2-9]{4})</code>")


def table(text):
    return read(text.encode(), COLUMNS, "nguoi.csv")


def done(report):
    return [(one.login, one.done, one.changed, one.kept) for one in report.outcomes]


@pytest.fixture
def manager(board):
    with api.env.adopt_roles(["Manager"]):
        yield board


def test_a_dry_run_stores_nothing_and_says_what_would_be_done(manager):
    before = people(manager)
    report = import_people(manager, table(TABLE), dry_run=True, handover="slips")

    assert [one.done for one in report.outcomes] == ["made"] * 3
    assert people(manager) == before
    assert report.slips == []


def test_the_accounts_are_made_and_a_second_run_changes_nothing(manager):
    first = import_people(manager, table(TABLE), handover="slips")
    made = {one.login: one for one in people(manager)}
    second = import_people(manager, table(TABLE), handover="slips")

    assert [one.login for one in first.outcomes] == ["hoatt", "nam.lv", "saup"]
    assert [one.login for one in first.slips] == ["hoatt", "nam.lv", "saup"]
    nam = made["nam.lv"]
    assert (nam.fullname, nam.email, nam.position) == ("Lê Văn Nam", "", "Phó hiệu trưởng")
    assert set(nam.groups) == {"contributors", "chief-editors"}
    assert nam.must_change_password
    assert done(second) == [
        ("hoatt", "unchanged", (), ()),
        ("nam.lv", "unchanged", (), ()),
        ("saup", "unchanged", (), ()),
    ]
    assert second.slips == []
    assert {one.login: one for one in people(manager)} == made


def test_what_the_portal_says_wins_unless_it_is_told_otherwise(manager):
    import_people(manager, table(TABLE))
    changed = TABLE.replace("Tổ trưởng Tổ 1", "Văn thư").replace("3;Phạm Sáu;;;;", "")
    changed = changed.replace("nam.lv;;CTV", "nam.lv;nam@mau.vn;Quản trị viên, CTV")
    kept = import_people(manager, table(changed))
    taken = import_people(manager, table(changed), update=True)

    assert done(kept) == [
        ("hoatt", "unchanged", (), ("position",)),
        ("nam.lv", "updated", ("email",), ("groups",)),
    ]
    assert done(taken) == [
        ("hoatt", "updated", ("position",), ()),
        ("nam.lv", "updated", ("groups",), ()),
    ]
    nam = next(one for one in people(manager) if one.login == "nam.lv")
    assert set(nam.groups) == {"contributors", "chief-editors", "administrators"}


def test_each_wrong_cell_gets_its_sentence_and_good_rows_are_not_lost(manager):
    report = import_people(manager, table(BROKEN + "Bà Sáu;sau.ba;;\n"))

    assert [one.done for one in report.outcomes] == ["failed"] * 5 + ["made", "made"]
    sentences = [problem.sentence("vi") for one in report.outcomes for problem in one.problems]
    assert [re.sub(r" (Cần|Các nhóm:|Ghi|Hãy) .*", "", text) for text in sentences] == [
        "Dòng 2, cột Họ tên: thiếu họ và tên.",
        'Dòng 3, cột Tên đăng nhập: "một hai" không dùng làm tên đăng nhập được.',
        'Dòng 3, cột Thư điện tử: "khong-phai" không phải là một địa chỉ thư điện tử, như '
        "ten@vi-du.vn.",
        'Dòng 3, cột Nhóm: không có nhóm "Hội đồng".',
        'Dòng 4, cột Tên đăng nhập: tên đăng nhập "trung" có ở nhiều dòng.',
        'Dòng 5, cột Tên đăng nhập: tên đăng nhập "trung" có ở nhiều dòng.',
        'Dòng 6, cột Tên đăng nhập: không dùng được tên đăng nhập "admin".',
    ]


def test_a_name_that_is_somebody_elses_login_is_not_taken_for_them(manager):
    import_people(manager, table("Họ tên\nTrần Thị Hoa\n"))
    report = import_people(manager, table("Họ tên\nTô Tuyết Hoa\n"))

    (one,) = report.outcomes
    assert one.done == "failed"
    assert "đã là của" in one.problems[0].sentence("vi")


def test_the_page_shows_first_then_does_and_prints_slips(door, tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))
    address = f"{door.url}/@@accounts-import"
    session = door.enter("chi")
    fields = door.fields(session.get(address).content, "table")
    files = {"table": ("nguoi.csv", TABLE.encode())}
    shown = session.post(address, data=fields, files=files)
    confirm = door.fields(shown.content, "sealed") | {"confirm": "1"}
    result = session.post(address, data=confirm)
    again = session.post(address, data=confirm)

    slips, before, after = (SLIP.findall(page.text) for page in (result, shown, again))
    assert (before, after) == ([], [])
    assert len(set(slips)) == 2
    waiting = queue.waiting(queue.make(tmp_path / "queue"))
    assert [one.recipients for one in waiting] == [("hoa@mau.vn",)]
    transaction.begin()
    assert {"hoatt", "nam.lv", "saup"} <= {one.login for one in people(door.portal)}
    assert door.basic("saup", slips[1]).headers["Location"].endswith("@@forced-password-change")


def test_a_table_that_is_none_is_told(door):
    address = f"{door.url}/@@accounts-import"
    session = door.enter("chi")
    fields = door.fields(session.get(address).content, "table")
    page = session.post(address, data=fields, files={"table": ("anh.png", b"\x89PNG")})
    forged = session.post(address, data=fields | {"confirm": "1", "sealed": "gAAAA"})

    assert "anh.png" in page.text
    assert 'name="sealed"' not in page.text
    assert told("The page was open for too long. Upload the table again.") in forged.text
