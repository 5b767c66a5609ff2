"""A parent looks a circular up in the register: on a small phone, without any script."""

from tests.browser.people import PHONE
from tests.browser.people import headings
import pytest

OLD = "Quy định về cổng thông tin điện tử của trường học"
NEW = "Quy định mới về cổng thông tin điện tử của trường học"


@pytest.fixture
def circulars(school):
    """A circular with the number 37, and a later one that replaces it; gone afterwards."""
    section = school.ask("GET", "/@search?SearchableText=Hệ+thống+văn+bản&portal_type=Section")
    place = "/" + section.json()["items"][0]["@id"].removeprefix(school.url).lstrip("/")
    made = []

    def file(number: str, title: str, **more) -> str:
        body = {"@type": "OfficialDocument", "number": number, "title": title, "kind": "thong-tu"}
        answer = school.ask("POST", place, **body, issuer="bo-gddt", **more).json()
        made.append(answer["@id"].removeprefix(school.url))
        school.ask("POST", f"{made[-1]}/@workflow/publish")
        return answer["UID"]

    old = file("37/2020/TT-BGDĐT", OLD, issued_on="2020-10-05")
    file("08/2025/TT-BGDĐT", NEW, issued_on="2025-03-01", replaces=[old])
    yield place
    for address in reversed(made):
        school.ask("DELETE", address)


def test_a_parent_without_scripts_finds_what_replaced_a_circular(window, circulars):
    page = window(f"/hoa-sen{circulars}", java_script_enabled=False, **PHONE)
    wider = []

    def look() -> None:
        wider.append(page.evaluate("document.documentElement.scrollWidth - innerWidth"))

    page.get_by_label("Từ khóa, số, ký hiệu").fill("so 37")
    page.get_by_label("Từ khóa, số, ký hiệu").press("Enter")
    page.wait_for_url("**q=so+37*")
    look()

    page.locator(".register-narrow summary").first.tap()
    page.get_by_label("Hiệu lực").select_option(label="Hết hiệu lực toàn bộ (1)")
    look()
    page.get_by_role("button", name="Lọc").tap()
    page.wait_for_url("**validity=expired*")
    chosen = (
        page.get_by_role("list", name="Bộ lọc đang dùng").get_by_role("listitem").first.inner_text()
    )
    assert "Hết hiệu lực toàn bộ" in chosen
    look()

    page.get_by_role("link", name=OLD).tap()
    page.wait_for_url("**/37-2020-*")
    assert headings(page) == [OLD]
    look()
    replaced = page.get_by_role("row").filter(has_text="Được thay thế bởi")
    replaced.get_by_role("link").tap()
    page.wait_for_url("**/08-2025-*")
    assert headings(page) == [NEW]
    look()
    page.go_back()
    page.go_back()
    assert page.get_by_label("Từ khóa, số, ký hiệu").input_value() == "so 37"
    assert wider == [0] * 5
