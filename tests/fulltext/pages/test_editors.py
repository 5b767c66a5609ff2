"""What editors see of their files: what became of each, what was read, and its take-over."""

from datetime import date
from eduportal import fulltext
from eduportal import sections
from lxml import html
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.fulltext import made
import pytest
import transaction

LETTER = """\
UBND TỈNH KON TUM
SỞ GIÁO DỤC VÀ ĐÀO TẠO
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 1502/SGDĐT-GDTH
Kon Tum, ngày 12 tháng 9 năm 2023
V/v hướng dẫn nhiệm vụ năm học 2023-2024
Kính gửi: Phòng Giáo dục và Đào tạo các huyện.
Nơi nhận:
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Nguyễn Thị Kim Liên"""
READ = [
    # field, in the record, read, ticked
    ("number", "", "1502/SGDĐT-GDTH", True),
    ("kind", "", "Công văn", True),
    ("issuer", "Chính phủ", "Sở Giáo dục và Đào tạo", False),
    ("issued_on", "", "12/09/2023", True),
    ("title", "Văn bản tạm", "Về việc hướng dẫn nhiệm vụ năm học 2023-2024", False),
    ("signer", "", "Nguyễn Thị Kim Liên", True),
    ("signer_title", "", "Phó Giám đốc", True),
]
TAKE = {
    "take-number": "1502/SGDĐT-GDTH",
    "take-kind": "cong-van",
    "take-issued_on": "2023-09-12",
}


def texts(page, path):
    return [" ".join(node.text_content().split()) for node in page.xpath(path)]


def rows(page):
    """The table of the box: field, present value, read value, whether it is ticked."""
    found = []
    for row in page.xpath("//form[contains(@class, 'file-suggestions')]//tbody/tr"):
        (box,) = row.xpath(".//input[@type='checkbox']")
        cells = texts(row, "./td")
        name = box.get("name").removeprefix("take-")
        found.append((name, cells[1], cells[2], box.get("checked") is not None))
    return found


def reports(page):
    """The files of the box with their sentences and buttons."""
    return [
        (texts(one, "./strong"), texts(one, "./p"), texts(one, ".//button"))
        for one in page.xpath("//ul[contains(@class, 'file-report-list')]/li")
    ]


def test_what_was_read_stands_beside_what_the_record_says(desk):
    record = desk.file_record(("scan.pdf", made.pdf(LETTER)), issuer="Chính phủ")
    _answer, page = desk.page("editor", desk.address(record))
    assert rows(page) == READ
    _answer, page = desk.page("editor", f"{desk.address(record)}/@@fill-from-file")
    assert rows(page) == READ


def test_a_title_that_is_only_the_file_s_name_is_ticked_too(desk):
    record = desk.file_record(("SKM C250.pdf", made.pdf(LETTER)), title="skm_c250")
    _answer, page = desk.page("editor", desk.address(record))
    assert [row[3] for row in rows(page) if row[0] == "title"] == [True]


def test_only_what_is_ticked_is_written_and_said(desk):
    record = desk.file_record(("scan.pdf", made.pdf(LETTER)))
    address = desk.address(record)
    before = record.modified()
    answer = desk.post("editor", f"{address}/@@fill-from-file", **TAKE)
    transaction.begin()
    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    assert (record.number, record.kind, record.issued_on) == (
        "1502/SGDĐT-GDTH",
        "cong-van",
        date(2023, 9, 12),
    )
    assert (record.title, record.issuer, record.signer) == ("Văn bản tạm", None, None)
    assert record.modified() > before
    (brain,) = api.content.find(UID=record.UID())
    assert (brain.edu_number, brain.edu_kind) == ("1502/SGDĐT-GDTH", "cong-van")
    _answer, page = desk.page("editor", address)
    assert [row[0] for row in rows(page)] == ["issuer", "title", "signer", "signer_title"]


def test_what_was_written_is_named_on_the_next_page(desk):
    record = desk.file_record(("scan.pdf", made.pdf(LETTER)))
    data = {"_authenticator": desk.token("editor"), **TAKE}
    answer = desk.ask(
        "editor",
        "POST",
        f"{desk.address(record)}/@@fill-from-file",
        data=data,
        allow_redirects=True,
    )
    said = " ".join(html.fromstring(answer.content).text_content().split())
    assert (
        "Đã ghi từ tệp: Số, ký hiệu; Hình thức văn bản; Ngày ban hành. Vui lòng kiểm tra lại."
        in said
    )


def test_a_number_that_is_filed_already_is_refused_with_the_first_ones_address(desk):
    first = desk.file_record(
        title="Bản đầu",
        number="1502/SGDĐT-GDTH",
        issuer="Sở Giáo dục và Đào tạo",
        issued_on=date(2023, 9, 12),
    )
    record = desk.file_record(("scan.pdf", made.pdf(LETTER)))
    take = TAKE | {"take-issuer": "Sở Giáo dục và Đào tạo"}
    answer = desk.post("editor", f"{desk.address(record)}/@@fill-from-file", **take)
    page = html.fromstring(answer.content)
    (sentence,) = texts(page, "//div[contains(@class, 'alert-danger')]/p")
    transaction.begin()
    assert answer.status_code == 200
    assert "Bản đầu" in sentence
    assert first.absolute_url().partition("/plone/")[2] in sentence
    assert (record.number, record.issuer) == (None, None)
    # What was ticked stays ticked, what was not does not.
    assert {row[0] for row in rows(page) if row[3]} == {"number", "kind", "issued_on", "issuer"}


def test_nothing_but_what_was_shown_can_be_written(desk):
    record = desk.file_record(("scan.pdf", made.pdf(LETTER)))
    for take in (
        {},
        {"take-number": "9999/SGDĐT-GDTH"},
        {"take-number": "1502/SGDĐT-GDTH", "take-expires_on": "2023-01-01"},
        {"take-issuer": "<script>"},
    ):
        answer = desk.post("editor", f"{desk.address(record)}/@@fill-from-file", **take)
        transaction.begin()
        assert answer.status_code == 200
        assert html.fromstring(answer.content).xpath("//div[contains(@class, 'alert-danger')]/p")
        assert (record.number, record.issuer, record.expires_on) == (None, None, None)


def test_without_the_token_or_by_get_nothing_is_written(desk):
    record = desk.file_record(("scan.pdf", made.pdf(LETTER)))
    file = record["scan.pdf"]
    ways = {
        f"{desk.address(record)}/@@fill-from-file": TAKE,
        f"{desk.address(file)}/@@read-again": {},
        f"{desk.address(file)}/@@add-open-format": {},
    }
    for address, fields in ways.items():
        asked = desk.ask("editor", "POST", address, data=fields)
        assert asked.status_code == 403
    token = desk.token("editor")
    for address, fields in ways.items():
        desk.ask("editor", "GET", address, params={"_authenticator": token, **fields})
    transaction.begin()
    assert (record.number, fulltext.reading(file).state) == (None, "read")


@pytest.mark.parametrize("person", ["", "other"])
def test_who_may_not_edit_gets_neither_box_nor_form(desk, person):
    record = desk.file_record(("scan.pdf", made.pdf(LETTER)), state="published")
    address = desk.address(record)
    _answer, page = desk.page(person, address)
    assert page.xpath("//details[contains(@class, 'file-report')]") == []
    for way in (
        f"{address}/@@fill-from-file",
        f"{desk.address(record['scan.pdf'])}/@@read-again",
    ):
        asked = [desk.ask(person, "GET", way), desk.ask(person, "POST", way, data=TAKE)]
        assert {one.status_code for one in asked} <= {302, 401}
        assert all("require_login" in one.headers["Location"] for one in asked)
    transaction.begin()
    assert record.number is None


def test_the_box_says_what_became_of_each_file(desk):
    record = desk.file_record(
        ("chu.pdf", made.pdf("có chữ")),
        ("khoa.pdf", made.locked_pdf()),
        ("hong.pdf", b"%PDF-1.4 hong"),
    )
    _answer, page = desk.page("editor", desk.address(record))
    found = reports(page)
    known = [fulltext.reading(record[name]) for name in ("chu.pdf", "khoa.pdf", "hong.pdf")]
    assert [one.state for one in known] == ["read", "encrypted", "broken"]
    assert [title for title, _sentences, _buttons in found] == [
        ["chu.pdf"],
        ["khoa.pdf"],
        ["hong.pdf"],
    ]
    assert found[0][1] == ["Nội dung tệp này tìm kiếm được."]
    assert [len(sentences) for _title, sentences, _buttons in found] == [1, 1, 1]
    assert [buttons for _title, _sentences, buttons in found] == [
        [],
        ["Đọc lại tệp khoa.pdf"],
        ["Đọc lại tệp hong.pdf"],
    ]


def test_a_file_that_waits_is_said_to_wait_and_offers_no_button(desk):
    record = desk.file_record(("scan.pdf", made.pdf(LETTER)), read=False)
    _answer, page = desk.page("editor", desk.address(record))
    ((title, sentences, buttons),) = reports(page)
    assert (title, len(sentences), buttons, rows(page)) == (["scan.pdf"], 1, [], [])


def test_the_button_has_the_file_read_again(desk):
    record = desk.file_record(("hong.pdf", b"%PDF-1.4 hong"))
    file = record["hong.pdf"]
    answer = desk.post("editor", f"{desk.address(file)}/@@read-again")
    transaction.begin()
    assert answer.headers["Location"] == f"{desk.address(record)}/view"
    assert fulltext.reading(file).state == "waiting"
    (outcome,) = fulltext.read_waiting(desk.portal).outcomes
    assert outcome.state == "broken"


def test_a_box_with_nothing_to_do_is_closed(desk):
    with api.env.adopt_roles(["Manager"]):
        empty = createContentInContainer(
            sections.find("document-register"), "OfficialDocument", title="Không tệp"
        )
    record = desk.file_record(("chu.pdf", made.pdf("có chữ")))
    _answer, without = desk.page("editor", desk.address(empty))
    _answer, calm = desk.page("editor", desk.address(record))
    assert without.xpath("//details[contains(@class, 'file-report')]") == []
    assert calm.xpath("//details[contains(@class, 'file-report')]/@open") == []
