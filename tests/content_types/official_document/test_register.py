"""The register as visitors read it, in both languages."""

from lxml import html
import base64
import pytest

RECORDS = (
    {
        "title": "Quy định về thư điện tử",
        "title_en": "E-mail",
        "number": "37/2020/TT-BGDĐT",
        "kind": "thong-tu",
        "issuer": "bo-gddt",
        "issued_on": "2020-10-05",
        "attachments": [
            {
                "filename": "toan-van.pdf",
                "content-type": "application/pdf",
                "data": base64.b64encode(b"x" * 1536).decode(),
                "encoding": "base64",
            }
        ],
    },
    {
        "title": "Kế hoạch năm học",
        "number": "12/KH-HS",
        "kind": "ke-hoach",
        "issuer": "Trường Tiểu học Hoa Sen (mẫu)",
        "issued_on": "2026-09-01",
    },
    {"title": "Thư ngỏ không số", "kind": "thu-cong"},
)


@pytest.fixture
def register(rest):
    """Three published records and a draft."""
    for record in RECORDS:
        answer = rest.add("document-register", **{"@type": "OfficialDocument"} | record)
        assert answer.status_code == 201, answer.text
        rest.publish(answer.json()["@id"])
    draft = {"title": "Bản nháp mật", "kind": "cong-van", "issuer": "Chính phủ"}
    rest.add(
        "document-register", **{"@type": "OfficialDocument", "issued_on": "2011-01-01"} | draft
    )
    return rest


def cells(page):
    tree = html.fromstring(page.content)
    return [
        [" ".join(td.text_content().split()) for td in row.xpath("td")]
        for row in tree.xpath("//table[contains(@class, 'register')]/tbody/tr")
    ]


def options(page, name):
    tree = html.fromstring(page.content)
    return tree.xpath(f"//select[@name='{name}']/option/@value")


def test_published_records_are_listed_newest_first_and_undated_last(register):
    page = register.page(register.address("document-register"))
    assert cells(page) == [
        ["1", "12/KH-HS", "01/09/2026", "Kế hoạch năm học", "Kế hoạch"]
        + ["Trường Tiểu học Hoa Sen (mẫu)", ""],
        ["2", "37/2020/TT-BGDĐT", "05/10/2020", "Quy định về thư điện tử", "Thông tư"]
        + ["Bộ Giáo dục và Đào tạo", "PDF (1,5 KB)"],
        ["3", "", "", "Thư ngỏ không số", "Thư công", "", ""],
    ]


def test_english_readers_see_the_same_records(register):
    page = register.page(register.address("document-register", "en"))
    assert [row[:6] for row in cells(page)] == [
        ["1", "12/KH-HS", "01/09/2026", "Kế hoạch năm học", "Plan"]
        + ["Trường Tiểu học Hoa Sen (mẫu)"],
        ["2", "37/2020/TT-BGDĐT", "05/10/2020", "Quy định về thư điện tử E-mail", "Circular"]
        + ["Ministry of Education and Training"],
        ["3", "", "", "Thư ngỏ không số", "Official note", ""],
    ]
    tree = html.fromstring(page.content)
    langs = tree.xpath("//table[contains(@class, 'register')]/tbody//td[4]/*/@lang")
    assert langs == ["vi", "vi", "en", "vi"]


def test_choices_show_nothing_of_a_draft(register):
    page = register.page(register.address("document-register"))
    assert {name: options(page, name) for name in ("kind", "issuer", "year")} == {
        "kind": ["", "ke-hoach", "thong-tu", "thu-cong"],
        "issuer": ["", "Bộ Giáo dục và Đào tạo", "Trường Tiểu học Hoa Sen (mẫu)"],
        "year": ["", "2026", "2020"],
    }


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({"year": "2020"}, ["37/2020/TT-BGDĐT"]),
        ({"kind": "ke-hoach"}, ["12/KH-HS"]),
        ({"issuer": "Bộ Giáo dục và Đào tạo"}, ["37/2020/TT-BGDĐT"]),
        ({"q": "37/2020"}, ["37/2020/TT-BGDĐT"]),
        ({"q": "thư điện"}, ["37/2020/TT-BGDĐT"]),
        ({"q": "(and not"}, []),
        ({"q": "mật"}, []),
        ({"kind": "ke-hoach", "year": "2020"}, []),
        ({"year": "x", "b_start": "-1"}, ["12/KH-HS", "37/2020/TT-BGDĐT", ""]),
    ],
)
def test_filters_narrow_the_list(register, asked, numbers):
    page = register.page(register.address("document-register"), **asked)
    assert [row[1] for row in cells(page)] == numbers


def test_a_filtered_page_is_kept_out_of_search_engines(register):
    address = register.address("document-register")
    robots = [
        html.fromstring(register.page(address, **asked).content).xpath(
            "//meta[@name='robots']/@content"
        )
        for asked in ({}, {"year": "2020"})
    ]
    assert robots == [[], ["noindex"]]


def test_the_record_is_a_table_of_two_columns(register):
    address = f"{register.address('document-register')}/37-2020-tt-bgddt"
    tree = html.fromstring(register.page(address).content)
    rows = tree.xpath("//table[contains(@class, 'official-document')]/tbody/tr")
    values = [" ".join(row.xpath("td")[0].text_content().split()) for row in rows]
    assert values == [
        "37/2020/TT-BGDĐT",
        "05/10/2020",
        "Thông tư",
        "Bộ Giáo dục và Đào tạo",
        "E-mail",
        "toan-van.pdf (PDF, 1,5 KB)",
    ]
    (file,) = tree.xpath("//ul[contains(@class, 'official-document-files')]//a/@href")
    assert register.page(file).content == b"x" * 1536


def test_a_draft_and_its_file_are_closed_to_visitors(rest):
    data = RECORDS[0] | {"@type": "OfficialDocument", "number": "1/2020/TT-BGDĐT"}
    made = rest.add("document-register", **data).json()
    addresses = [made["@id"], f"{made['attachments'][0]['@id']}/@@download/file"]
    answers = [
        rest.visitor.get(address, headers={"Accept": "application/json"}).status_code
        for address in addresses
    ]
    assert answers == [401, 401]


def test_an_empty_register_says_so(rest):
    page = rest.page(rest.address("document-register"))
    assert cells(page) == []
    tree = html.fromstring(page.content)
    assert len(tree.xpath("//p[@class='register-empty']")) == 1
