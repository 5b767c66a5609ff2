"""The register as visitors read it, in both languages, without a script."""

from lxml import html
from urllib.parse import parse_qsl
from urllib.parse import urlsplit
import base64
import pytest

RECORDS = (
    {
        "title": "Quy định về thư điện tử",
        "title_en": "E-mail",
        "number": "37/2020/TT-BGDĐT",
        "kind": "thong-tu",
        "issuer": "bo-gddt",
        "signer": "Nguyễn Văn An",
        "subject_areas": ["Công nghệ thông tin", "Giáo dục tiểu học"],
        "issued_on": "2020-10-05",
        "expires_on": "2024-01-01",
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
        "subject_areas": ["Giáo dục tiểu học"],
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


def tree_of(page):
    assert page.status_code == 200, page.text[:500]
    return html.fromstring(page.content)


def words_of(element):
    return " ".join(element.text_content().split())


def cells(page):
    rows = tree_of(page).xpath("//table[contains(@class, 'register')]/tbody/tr")
    return [[words_of(td) for td in row.xpath("th|td")] for row in rows]


def numbers(page):
    return [row[1] for row in cells(page)]


def options(page, name):
    chosen = tree_of(page).xpath(f"//select[@name='{name}']/option")
    return [(one.get("value"), words_of(one)) for one in chosen]


def test_published_records_are_listed_newest_first_and_undated_last(register):
    page = register.page(register.address("document-register"))
    assert [row[:3] + row[4:5] + row[6:] for row in cells(page)] == [
        ["1", "12/KH-HS", "01/09/2026", "Kế hoạch", ""],
        ["2", "37/2020/TT-BGDĐT", "05/10/2020", "Thông tư", "PDF (1,5 KB)"],
        ["3", "", "", "Thư công", ""],
    ]
    assert [row[3] for row in cells(page)] == [
        "Kế hoạch năm học Trường Tiểu học Hoa Sen (mẫu)",
        "Quy định về thư điện tử Bộ Giáo dục và Đào tạo",
        "Thư ngỏ không số",
    ]
    classes = tree_of(page).xpath("//span[contains(@class, 'register-validity')]/@class")
    assert classes == ["register-validity is-in-force", "register-validity is-expired"]


def test_english_readers_see_the_same_records(register):
    page = register.page(register.address("document-register", "en"))
    assert [row[:3] + row[4:6] for row in cells(page)] == [
        ["1", "12/KH-HS", "01/09/2026", "Plan", "In force"],
        ["2", "37/2020/TT-BGDĐT", "05/10/2020", "Circular", "Wholly expired"],
        ["3", "", "", "Official note", ""],
    ]
    subjects = tree_of(page).xpath("//td[contains(@class, 'register-subject')]")
    assert [[(words_of(one), one.get("lang")) for one in cell] for cell in subjects] == [
        [("Kế hoạch năm học", "vi"), ("Trường Tiểu học Hoa Sen (mẫu)", "vi")],
        [
            ("Quy định về thư điện tử", "vi"),
            ("E-mail", "en"),
            ("Ministry of Education and Training", None),
        ],
        [("Thư ngỏ không số", "vi")],
    ]
    assert [row[6] for row in cells(page)] == ["", "PDF (1.5 KB)", ""]
    assert words_of(tree_of(page).xpath("//p[@class='register-count']")[0]) == "3 documents"
    alone = tree_of(register.page(page.url, q="37/2020"))
    assert words_of(alone.xpath("//p[@class='register-count']")[0]) == "1 document"


def test_each_choice_says_how_many_records_it_leaves(register):
    page = register.page(register.address("document-register"), area="Giáo dục tiểu học")
    names = ("kind", "issuer", "signer", "area", "year")
    assert {name: options(page, name)[1:] for name in names} == {
        "kind": [("ke-hoach", "Kế hoạch (1)"), ("thong-tu", "Thông tư (1)")],
        "issuer": [
            ("Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo (1)"),
            ("Trường Tiểu học Hoa Sen (mẫu)", "Trường Tiểu học Hoa Sen (mẫu) (1)"),
        ],
        "signer": [("Nguyễn Văn An", "Nguyễn Văn An (1)")],
        "area": [
            ("Giáo dục tiểu học", "Giáo dục tiểu học (2)"),
            ("Công nghệ thông tin", "Công nghệ thông tin (1)"),
        ],
        "year": [("2026", "2026 (1)"), ("2020", "2020 (1)")],
    }
    selected = tree_of(page).xpath("//select/option[@selected]/@value")
    assert selected == ["Giáo dục tiểu học"]
    assert [value for value, _title in options(page, "validity")] == ["", "in-force", "expired"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"year": "2020"}, ["37/2020/TT-BGDĐT"]),
        ({"kind": "ke-hoach"}, ["12/KH-HS"]),
        ({"kind": "Thông tư"}, ["37/2020/TT-BGDĐT"]),
        ({"issuer": "Bộ Giáo dục và Đào tạo"}, ["37/2020/TT-BGDĐT"]),
        ({"signer": "Nguyễn Văn An"}, ["37/2020/TT-BGDĐT"]),
        ({"validity": "in-force"}, ["12/KH-HS"]),
        ({"validity": "none"}, [""]),
        ({"from": "05/10/2020", "to": "2020-10-05"}, ["37/2020/TT-BGDĐT"]),
        ({"to": "31/12/2025"}, ["37/2020/TT-BGDĐT"]),
        ({"q": "37/2020"}, ["37/2020/TT-BGDĐT"]),
        ({"q": "so 37"}, ["37/2020/TT-BGDĐT"]),
        ({"q": "thu dien tu"}, ["37/2020/TT-BGDĐT"]),
        ({"q": "thư điện"}, ["37/2020/TT-BGDĐT"]),
        ({"q": "mật"}, []),
        ({"q": "bản nháp"}, []),
        ({"kind": "ke-hoach", "year": "2020"}, []),
        ({"kind": "không có"}, []),
        ({"sort": "number"}, ["12/KH-HS", "37/2020/TT-BGDĐT", ""]),
        ({"year": "x", "b_start": "-1"}, ["12/KH-HS", "37/2020/TT-BGDĐT", ""]),
        ({"b_size": "1", "b_start": "1"}, ["37/2020/TT-BGDĐT"]),
        ({"b_start": "99"}, []),
    ],
)
def test_filters_narrow_the_list(register, asked, found):
    assert numbers(register.page(register.address("document-register"), **asked)) == found


def test_pages_and_orders_keep_what_was_asked(register):
    page = register.page(
        register.address("document-register"), area="Giáo dục tiểu học", b_size="1"
    )
    tree = tree_of(page)
    (next_page,) = tree.xpath("//a[contains(@rel, 'next')]/@href")
    assert asked_of(next_page) == {"area": "Giáo dục tiểu học", "b_start": "1", "b_size": "1"}
    assert numbers(register.page(next_page)) == ["37/2020/TT-BGDĐT"]
    hidden = tree.xpath("//form[@class='register-search']//input[@type='hidden']/@name")
    assert hidden == ["b_size"]
    # the trap for robots is for forms that send something
    assert "protected_1" not in page.text


def asked_of(address):
    return dict(parse_qsl(urlsplit(address).query))


def test_chosen_filters_are_shown_and_can_be_taken_away(register):
    page = register.page(
        register.address("document-register"), kind="thong-tu", to="2025-12-31", q="thư"
    )
    chips = tree_of(page).xpath("//ul[@class='register-chips']/li/a")
    assert [words_of(chip.xpath("span/strong")[0]) for chip in chips[:-1]] == [
        "Thông tư",
        "31/12/2025",
    ]
    assert [asked_of(chip.get("href")) for chip in chips] == [
        {"q": "thư", "to": "2025-12-31"},
        {"q": "thư", "kind": "thong-tu"},
        {},
    ]


@pytest.mark.parametrize("name", ["kind", "issuer", "signer", "area", "validity", "year", "from"])
def test_values_that_no_record_has_are_not_repeated(register, name):
    page = register.page(register.address("document-register"), **{name: "CasinoOnline88"})
    assert "CasinoOnline88" not in page.text


def test_an_address_typed_as_a_search_is_not_repeated(register):
    address = register.address("document-register")
    typed = ("mua thuoc www.casino88.com", "thư điện tử")
    boxes = [
        tree_of(register.page(address, q=one)).xpath("//input[@id='register-q']/@value")
        for one in typed
    ]
    assert boxes == [[""], ["thư điện tử"]]
    assert "casino88" not in register.page(address, q=typed[0]).text


def test_searches_are_kept_out_of_search_engines(register):
    address = register.address("document-register")
    kept = {}
    for asked in ("", "year=2020", "b_start=20", "sort=number", "q=thu", "la=casino"):
        page = register.page(f"{address}?{asked}" if asked else address)
        robots = tree_of(page).xpath("//meta[@name='robots']/@content")
        kept[asked] = (robots, page.headers.get("X-Robots-Tag"))
    out = (["noindex, nofollow"], "noindex, nofollow")
    assert kept == {
        "": ([], None),
        "year=2020": out,
        "b_start=20": out,
        "sort=number": out,
        "q=thu": out,
        "la=casino": out,
    }
    assert "casino" not in register.page(f"{address}?la=casino").text


def test_an_unreadable_date_is_said_and_left_out(register):
    page = register.page(register.address("document-register"), **{"from": "hôm qua"})
    tree = tree_of(page)
    assert len(tree.xpath("//p[@role='alert']")) == 1
    assert tree.xpath("//details[@class='register-narrow']/@open") == ["open"]
    (wrong,) = tree.xpath("//input[@aria-invalid]")
    assert (wrong.get("name"), wrong.get("aria-invalid")) == ("from", "true")
    assert tree.xpath("//p[@role='alert']/@id") == [wrong.get("aria-describedby")]
    assert len(cells(page)) == 3


def test_the_page_speaks_to_who_cannot_see_it(register):
    tree = tree_of(register.page(register.address("document-register"), q="37"))
    labelled = set(tree.xpath("//form[@class='register-search']//label/@for"))
    fields = tree.xpath("//form[@class='register-search']//*[self::select or self::input]")
    assert {one.get("id") for one in fields if one.get("type") != "hidden"} == labelled
    heads = tree.xpath("//table[contains(@class, 'register')]/thead//th/@scope")
    assert heads == ["col"] * 7
    assert len(tree.xpath("//table[contains(@class, 'register')]/caption")) == 1
    assert len(tree.xpath("//p[@class='register-count'][@role='status']")) == 1


def test_another_section_lists_only_what_was_filed_in_it(register):
    record = {"title": "Văn bản của chuyên mục khác", "number": "9/TB-HS", "kind": "thong-bao"}
    made = register.add("disclosure-quality", **{"@type": "OfficialDocument"} | record).json()
    register.publish(made["@id"])
    places = (("disclosure-quality", "vi"), ("disclosure", "vi"), ("disclosure", "en"))
    lists = [f"{register.address(*place)}/@@document_register" for place in places]
    assert [numbers(register.page(one)) for one in lists] == [["9/TB-HS"]] * 3
    whole = register.page(register.address("document-register"))
    assert sorted(numbers(whole)) == ["", "12/KH-HS", "37/2020/TT-BGDĐT", "9/TB-HS"]


def test_a_slip_of_the_finger_is_offered_as_other_words(register):
    address = register.address("document-register")
    page = tree_of(register.page(address, q="thư điẹn tửu", year="2020"))
    (offer,) = page.xpath("//p[@class='register-suggestion']/a")
    assert asked_of(offer.get("href")) == {"q": words_of(offer), "year": "2020"}
    assert numbers(register.page(offer.get("href"))) == ["37/2020/TT-BGDĐT"]


def test_parts_of_the_words_are_offered_where_no_document_has_them_all(register):
    address = register.address("document-register")
    page = register.page(address, q="thu dien tu casino", kind="thong-tu")
    offers = tree_of(page).xpath("//p[contains(@class, 'register-parts')]//a")
    assert [(words_of(one), asked_of(one.get("href"))) for one in offers] == [
        ("thu dien tu", {"q": "thu dien tu", "kind": "thong-tu"})
    ]
    assert numbers(register.page(offers[0].get("href"))) == ["37/2020/TT-BGDĐT"]


def test_an_empty_register_says_so(rest):
    page = rest.page(rest.address("document-register"))
    assert cells(page) == []
    status = tree_of(page).xpath("//p[@class='register-count']")
    assert [words_of(one) for one in status] == ["Chưa có văn bản nào được đăng tại đây."]
