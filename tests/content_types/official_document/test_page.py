"""The record's page beyond its table's plain rows, which the register's tests read."""

from lxml import html
import pytest

FACTS = {
    "kind": "thong-tu",
    "issuer": "Bộ Giáo dục và Đào tạo",
    "signer": "Nguyễn Văn Mẫu",
    "signer_title": "Thứ trưởng",
    "issued_on": "2020-10-05",
    "effective_on": "2020-11-20",
    "subject_areas": ["Công khai", "Tuyển sinh"],
    "addressees": ["Văn phòng Chính phủ", "Lưu: VT"],
}


def rows(page):
    return [
        tuple(" ".join(cell.text_content().split()) for cell in row.xpath("th|td"))
        for row in html.fromstring(page.content).xpath(
            "//table[contains(@class, 'official-document')]/tbody/tr"
        )
    ]


def test_the_rows_stand_in_the_order_that_readers_expect(register):
    url = register.file("37/2020/TT-BGDĐT", **FACTS)
    old = register.file("53/2012/TT-BGDĐT", kind="thong-tu", issued_on="2012-12-20")
    register.edit(url, replaces=[old])
    assert rows(register.rest.page(url)) == [
        ("Số, ký hiệu", "37/2020/TT-BGDĐT"),
        ("Ngày ban hành", "05/10/2020"),
        ("Ngày có hiệu lực", "20/11/2020"),
        ("Hình thức văn bản", "Thông tư"),
        ("Lĩnh vực", "Công khai; Tuyển sinh"),
        ("Cơ quan ban hành", "Bộ Giáo dục và Đào tạo"),
        ("Người ký", "Nguyễn Văn Mẫu, Thứ trưởng"),
        ("Nơi nhận", "Văn phòng Chính phủ; Lưu: VT"),
        ("Hiệu lực", "Còn hiệu lực"),
        (
            "Thay thế",
            "53/2012/TT-BGDĐT: Văn bản 53/2012/TT-BGDĐT ban hành ngày 20/12/2012 "
            "(từ ngày 20/11/2020)",
        ),
        ("Tệp đính kèm", "Không có tệp đính kèm."),
    ]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"expires_on": "2021-01-01"}, "Hết hiệu lực toàn bộ từ ngày 01/01/2021"),
        ({"effective_on": "2199-01-01"}, "Chưa có hiệu lực từ ngày 01/01/2199"),
        ({"kind": "cong-van"}, None),
        ({"issued_on": None, "effective_on": None}, None),
    ],
)
def test_the_state_is_told_in_words_and_not_of_letters(register, more, words):
    url = register.file("37/2020/TT-BGDĐT", **FACTS | more)
    assert dict(rows(register.rest.page(url))).get("Hiệu lực") == words


def test_a_suspension_tells_its_two_days(register):
    url = register.file("37/2020/TT-BGDĐT", **FACTS)
    register.file("1/QĐ-BGDĐT", issued_on="2021-01-01", expires_on="2199-01-01", suspends=[url])
    assert dict(rows(register.rest.page(url)))["Hiệu lực"] == (
        "Ngưng hiệu lực từ ngày 01/01/2021 đến trước ngày 01/01/2199"
    )


def test_readers_go_on_to_documents_alike(register):
    url = register.file("37/2020/TT-BGDĐT", **FACTS)
    other = register.file("38/2020/TT-BGDĐT", **FACTS)
    register.file("1/QĐ-UBND", issuer="UBND xã Mẫu", signer="Trần Thị Mẫu")
    tree = html.fromstring(register.rest.page(url).content)
    links = tree.xpath("//nav[contains(@class, 'official-document-alike')]//a")
    assert [link.text_content() for link in links] == [
        "Công khai",
        "Tuyển sinh",
        "Bộ Giáo dục và Đào tạo",
        "Thông tư",
        "Nguyễn Văn Mẫu",
    ]
    for link in links:
        page = html.fromstring(register.rest.page(link.get("href")).content)
        found = page.xpath("//main//table[contains(@class, 'register')]//a/@href")
        assert {one for one in found if one in (url, other)} == {url, other}
        assert not [one for one in found if one.endswith("/1-qd-ubnd")]


def test_editors_and_nobody_else_are_told_of_a_year_that_does_not_fit(register):
    url = register.file("37/2020/TT-BGDĐT", **FACTS | {"issued_on": "2019-10-05"})
    users = (register.rest.manager, register.rest.visitor)
    notes = [
        html.fromstring(register.rest.page(url, user=user).content).xpath(
            "//p[contains(@class, 'alert-warning')]"
        )
        for user in users
    ]
    assert [[" ".join(note.text_content().split()) for note in found] for found in notes] == [
        [
            "Số, ký hiệu 37/2020/TT-BGDĐT ghi năm 2020 nhưng ngày ban hành là 05/10/2019. "
            "Nếu đúng như vậy thì không cần sửa."
        ],
        [],
    ]
