"""The switch between levels of education on an office's portal (Quận 8)."""

from eduportal import sections
from eduportal.face.levels import levels_of
from eduportal.mandate import kinds
from lxml import html
from plone import api
from tests.district import text_of
import pytest
import requests
import transaction

SWITCH = ".edu-levels a"


def of_level(level_id: str) -> list[str]:
    (level,) = [one for one in levels_of("so") if one.id == level_id]
    return [code for code in kinds() if level.has(code)]


def test_every_kind_of_school_or_centre_has_a_level_and_no_office_has():
    assert {level.id: of_level(level.id) for level in levels_of("so")} == {
        "mam-non": ["C0"],
        "tieu-hoc": ["C1", "C12", "C123"],
        "thcs": ["C2", "C12", "C23", "C123"],
        "thpt": ["C3", "C23", "C123"],
        "khoi-khac": ["TX", "TH", "TN", "TNT", "TC", "TK"],
    }


def test_upper_secondary_schools_are_the_departments():
    assert [[level.id for level in levels_of(tier)] for tier in ("phong", "commune", "school")] == [
        ["mam-non", "tieu-hoc", "thcs", "khoi-khac"],
        ["mam-non", "tieu-hoc", "thcs", "khoi-khac"],
        [],
    ]


def test_a_schools_portal_has_no_switch_and_no_levels(visit, functional):
    assert visit("/vi").tree.cssselect(SWITCH) == []
    with pytest.raises(Exception, match="tieu-hoc"):
        visit("/vi/@@level/tieu-hoc")


def test_an_offices_switch_leads_to_the_units_of_a_level_however_far_below(district):
    page = html.fromstring(requests.get(f"{district.url}/so-mau/vi", timeout=60).content)
    links = {one.text_content().strip(): one.get("href") for one in page.cssselect(SWITCH)}
    assert list(links) == ["Sở GD&ĐT", "Mầm non", "Tiểu học", "THCS", "THPT", "Khối khác"]

    primary = requests.get(links["Tiểu học"], timeout=60)
    shown = html.fromstring(primary.content)
    (card,) = shown.cssselect(".edu-card")
    assert text_of(html.tostring(card, encoding="unicode")) == (
        "Trường Tiểu học Hoa Sen Ủy ban nhân dân xã Mẫu Thôn Sen Điện thoại: 0200 000 0003"
    )
    assert [one.text_content().strip() for one in shown.cssselect(f"{SWITCH}[aria-current]")] == [
        "Tiểu học"
    ]
    (other,) = shown.cssselect(".edu-utility__language a")
    english = requests.get(other.get("href"), timeout=60)
    assert html.fromstring(english.content).cssselect("h1")[0].text_content() == "Primary"


def test_a_level_that_an_office_has_not_is_not_found(district):
    asked = ("/xa-mau/vi/@@level/thpt", "/xa-mau/vi/@@level", "/so-mau/vi/@@level/thpt/thcs")
    assert [requests.get(f"{district.url}{path}", timeout=60).status_code for path in asked] == [
        404,
        404,
        404,
    ]


def test_news_tagged_with_a_level_stand_on_its_page_once_published(visit, publish, managing):
    publish("unit-news", "Ngày hội đọc sách", type="News Item", subject=("Tiểu học",))
    publish("unit-news", "Hội khỏe", type="News Item", subject=("THCS",))
    with managing():
        draft = {"title": "Bản nháp", "subject": ("Tiểu học",)}
        api.content.create(sections.find("unit-news", "vi"), "News Item", **draft)
        api.portal.set_registry_record("eduportal.unit.tier", "phong")
        transaction.commit()
    assert visit("/vi/@@level/tieu-hoc").all_words(".edu-list__title") == ["Ngày hội đọc sách"]
