"""The page at an address where there is nothing."""

from lxml import html
import requests


def test_an_unknown_address_leads_on_in_the_language_asked_for(district):
    found = {}
    for path in ("/hoa-sen/vi/khong-co", "/hoa-sen/en/nothing"):
        answer = requests.get(f"{district.url}{path}", headers={"Accept": "text/html"}, timeout=60)
        page = html.fromstring(answer.content)
        (heading,) = page.xpath("//h1")
        first = page.xpath("//main//li/a")[0]
        found[path] = (answer.status_code, heading.text_content().strip(), first.get("href"))
    assert found == {
        "/hoa-sen/vi/khong-co": (
            404,
            "Không tìm thấy trang này",
            f"{district.url}/hoa-sen/vi",
        ),
        "/hoa-sen/en/nothing": (
            404,
            "This page cannot be found",
            f"{district.url}/hoa-sen/en",
        ),
    }
