"""Resources over plone.restapi, the library and the lists of links, by real requests."""

from lxml import html
import base64
import pytest

LESSON = {
    "@type": "Resource",
    "title": "Bài giảng Phân số",
    "title_en": "Fractions",
    "description": "Dành cho lớp 4",
    "kind": "Bài giảng điện tử",
    "school_subject": "Toán",
    "subject_group": "Tổ 4-5",
    "school_levels": ["Tiểu học"],
    "grades": ["4"],
    "author": "Nguyễn Văn Mẫu",
    "origin": "Tự làm",
    "licence": "cc-by",
    "file": {
        "filename": "phan-so.pdf",
        "content-type": "application/pdf",
        "data": base64.b64encode(b"x" * 2048).decode(),
        "encoding": "base64",
    },
}
FIELDS = (
    "title",
    "kind",
    "school_subject",
    "subject_group",
    "school_levels",
    "grades",
    "origin",
    "source",
    "link",
    "licence",
)


def texts(page, path):
    return [
        " ".join(found.text_content().split())
        for found in html.fromstring(page.content).xpath(path)
    ]


def test_a_resource_is_made_with_names_and_answers_with_tokens_and_titles(rest):
    answer = rest.add("resource-library", **LESSON)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert {name: made[name] for name in FIELDS} == {
        "title": "Bài giảng Phân số",
        "kind": {"token": "e-lecture", "title": "Bài giảng điện tử"},
        "school_subject": {"token": "toan", "title": "Toán"},
        "subject_group": {"token": "to-4-5", "title": "Tổ 4-5"},
        "school_levels": [{"token": "tieu-hoc", "title": "Tiểu học"}],
        "grades": [{"token": "4", "title": None}],
        "origin": {"token": "own", "title": "Tự làm"},
        "source": None,
        "link": None,
        "licence": {"token": "cc-by", "title": "CC BY 4.0"},
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"origin": "collected"}, "Tài nguyên sưu tầm phải ghi nguồn hoặc địa chỉ nguồn."),
        ({"file": None}, "Cần có tệp hoặc liên kết: thiếu cả hai thì không có gì để sử dụng."),
    ],
)
def test_a_resource_that_lacks_something_is_refused_with_a_sentence(rest, change, sentence):
    answer = rest.add("resource-library", **LESSON | change)
    assert answer.status_code == 400
    assert sentence in answer.json()["message"]


@pytest.fixture
def library(rest):
    """Two published resources and a draft."""
    linked = {
        "@type": "Resource",
        "title": "Kho bài giảng",
        "kind": "elearning",
        "origin": "collected",
        "source": "igiaoduc.vn",
        "link": "https://igiaoduc.vn/",
    }
    for resource in (LESSON, linked):
        answer = rest.add("resource-library", **resource)
        assert answer.status_code == 201, answer.text
        rest.publish(answer.json()["@id"])
    rest.add("resource-library", **LESSON | {"title": "Bản nháp", "subject_group": "Tổ kín"})
    return rest


@pytest.mark.parametrize(
    ("language", "kinds", "items"),
    [
        (
            "vi",
            ["Bài giảng điện tử", "Bài giảng e-Learning"],
            ["Bài giảng Phân số Toán. Tự làm. PDF 2 KB Dành cho lớp 4"],
        ),
        (
            "en",
            ["Digital lecture", "e-Learning lesson"],
            ["Bài giảng Phân số Fractions Mathematics. Own work. PDF 2 KB Dành cho lớp 4"],
        ),
    ],
)
def test_the_library_lists_the_same_resources_in_both_languages(library, language, kinds, items):
    page = library.page(library.address("resource-library", language))
    assert texts(page, "//section[@class='resource-kind']/h2") == kinds
    assert texts(page, "//ul[@class='resource-list']/li")[:1] == items


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({"kind": "elearning"}, ["Kho bài giảng"]),
        ({"group": "Tổ 4-5"}, ["Bài giảng Phân số"]),
        ({"level": "tieu-hoc"}, ["Bài giảng Phân số"]),
        ({"q": "kho"}, ["Kho bài giảng"]),
        ({"level": "thpt"}, []),
    ],
)
def test_filters_narrow_the_library(library, asked, titles):
    page = library.page(library.address("resource-library"), **asked)
    assert texts(page, "//ul[@class='resource-list']/li/a") == titles


def test_the_choice_of_groups_shows_nothing_of_a_draft(library):
    page = library.page(library.address("resource-library"))
    options = html.fromstring(page.content).xpath("//select[@name='group']/option/@value")
    assert options == ["", "Tổ 4-5"]


def test_a_dead_host_is_text_with_its_successor_and_never_a_link(rest):
    page = rest.page(rest.address("ministry-links"))
    tree = html.fromstring(page.content)
    dead = ("vanban.moet", "thi.moet", "cchc.moet", "ebook.moet", "edu.net.vn")
    hrefs = tree.xpath("//ul[@class='mandated-links']//a/@href")
    assert [href for href in hrefs if any(host in href for host in dead)] == []
    assert hrefs == ["https://moet.gov.vn/", "https://dichvucong.gov.vn/", "https://igiaoduc.vn/"]
    titles = texts(page, "//ul[@class='mandated-links']//span[@class='link-title']")
    assert len(titles) == 5


def test_editors_links_stand_in_both_languages(rest):
    link = {"@type": "Link", "title": "Thư viện số của tỉnh", "remoteUrl": "https://example.edu.vn"}
    made = rest.add("sector-links", **link).json()
    rest.publish(made["@id"])
    pages = [rest.page(rest.address("sector-links", language)) for language in ("vi", "en")]
    assert [texts(page, "//ul[@class='own-links']/li/a") for page in pages] == [
        ["Thư viện số của tỉnh"],
        ["Thư viện số của tỉnh"],
    ]


def test_the_library_shows_the_ministrys_links_by_section(rest):
    page = rest.page(rest.address("resource-library", "en"))
    assert texts(page, "//section[@class='resource-links']/h2") == [
        "Ministry libraries and sites",
        "Sector systems and portals",
    ]
