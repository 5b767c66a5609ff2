"""The page at an address where there is nothing."""

from eduportal import sections
from lxml import html
from plone import api
import pytest
import requests
import transaction


def asked(district, path: str):
    answer = requests.get(f"{district.url}{path}", headers={"Accept": "text/html"}, timeout=60)
    return answer, html.fromstring(answer.content)


def test_an_unknown_address_leads_on_in_the_language_asked_for(district):
    found = {}
    for path in ("/hoa-sen/vi/khong-co", "/hoa-sen/en/nothing"):
        answer, page = asked(district, path)
        (heading,) = page.xpath("//h1")
        home = page.xpath("//main//ul[last()]/li/a")[0]
        (form,) = page.xpath("//main//form")
        (box,) = form.xpath(".//input[@name='SearchableText']")
        found[path] = (
            answer.status_code,
            answer.headers["Cache-Control"],
            heading.text_content().strip(),
            home.get("href").removeprefix(district.url),
            form.get("action").removeprefix(district.url),
            box.get("value"),
        )
    assert found == {
        "/hoa-sen/vi/khong-co": (
            404,
            "no-store",
            "Không tìm thấy trang này",
            "/hoa-sen/vi",
            "/hoa-sen/vi/@@search",
            "khong co",
        ),
        "/hoa-sen/en/nothing": (
            404,
            "no-store",
            "This page cannot be found",
            "/hoa-sen/en",
            "/hoa-sen/en/@@search",
            "nothing",
        ),
    }


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("le-khai_giang.html", "le khai giang"),
        ("L%E1%BB%85%20khai%20gi%E1%BA%A3ng", "Lễ khai giảng"),
        ("1234", ""),
        ("@@nothing", ""),
        ("x" * 100, ""),
        ("%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "script"),
    ],
)
def test_the_last_step_of_the_address_is_what_was_looked_for(district, address, words):
    answer, page = asked(district, f"/hoa-sen/vi/{address}")
    (box,) = page.xpath("//main//form//input[@name='SearchableText']")
    assert (answer.status_code, box.get("value")) == (404, words)
    assert not page.xpath("//script[contains(text(), 'alert')]")


def test_near_matches_are_offered_to_those_who_may_see_them(publish, managing, opened):
    publish("news", "Hội khoẻ Phù Đổng cấp trường")
    with managing():
        api.content.create(sections.find("news"), "Document", title="Hội khoẻ Phù Đổng bản nháp")
        transaction.commit()
    found = html.fromstring(opened("/vi/hoi-khoe-phu-dong").contents)
    titles = [one.text_content().strip() for one in found.xpath("//main//ul[@class='edu-list']//a")]
    assert titles == ["Hội khoẻ Phù Đổng cấp trường"]


def test_what_was_moved_is_found_at_its_old_address(publish, managing, opened):
    content = publish("news", "Trang cu")
    old = content.absolute_url_path().removeprefix("/plone")
    with managing():
        api.content.rename(content, "trang-moi")
        transaction.commit()
    browser = opened(old)
    assert browser.headers["status"] == "200 OK"
    assert browser.url == "http://nohost/plone/vi/tin-tuc-su-kien/trang-moi"


def test_programs_get_json_and_head_gets_no_body(district):
    url = f"{district.url}/hoa-sen/vi/khong-co"
    as_json = requests.get(url, headers={"Accept": "application/json"}, timeout=60)
    head = requests.head(url, headers={"Accept": "text/html"}, timeout=60)
    assert (as_json.status_code, as_json.json()) == (404, {"error_type": "NotFound"})
    assert (head.status_code, head.content) == (404, b"")


def test_outside_all_portals_there_is_a_page_that_needs_no_portal(district):
    answer, page = asked(district, "/khong-co-cong")
    headings = [one.text_content() for one in page.xpath("//h1 | //h2")]
    assert answer.status_code == 404
    assert headings == ["Không tìm thấy trang này", "This page cannot be found"]
    assert page.xpath("//@src | //link/@href") == []


def test_a_query_that_cannot_be_read_is_not_the_servers_failure(district):
    answer, page = asked(district, "/hoa-sen/vi?b_start:int=x")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (400, "no-store")
    assert page.xpath("//main//a/@href") == ["?", "?"]
