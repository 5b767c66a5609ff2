"""The page "Căn cứ pháp lý" as a visitor reads it."""

from eduportal import mandate
from eduportal import sections
from lxml import html
from plone import api
from plone.testing.zope import Browser
import pytest
import transaction


@pytest.fixture
def read(functional_portal, functional_app):
    """Open the page in a language, as a visitor without JavaScript."""

    def opened(language: str, query: str = ""):
        transaction.commit()
        visitor = Browser(functional_app)
        visitor.open(sections.find("legal-basis", language).absolute_url() + query)
        return html.fromstring(visitor.contents)

    return opened


def text(element) -> str:
    return " ".join(element.text_content().split())


def row_of(page, source: str, requirement: str):
    (row,) = page.xpath(f'//section[@id="source-{source}"]//tr[@data-requirement="{requirement}"]')
    return row


def cells(row) -> list[str]:
    return [text(cell) for cell in row.xpath("th|td")]


def test_every_source_of_the_tier_has_its_table_with_its_fate(read):
    page = read("vi")
    catalogue = mandate.catalogue()
    cited = {one.source for each in catalogue.requirements("school") for one in each.citations}
    assert [text(heading) for heading in page.xpath("//section//h2")] == [
        source.label_vi for source in catalogue.sources() if source.id in cited
    ]
    assert text(page.xpath('//section[@id="source-tt53"]//h2')[0]) == (
        "Thông tư 53/2012/TT-BGDĐT (đã được thay thế bởi 37/2020/TT-BGDĐT)"
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "vi",
            [
                "Thông báo của đơn vị",
                "Bắt buộc",
                "Phụ lục 16: Thông báo của đơn vị",
                "Thông báo",
            ],
        ),
        (
            "en",
            [
                "Announcements",
                "Mandatory",
                "Phụ lục 16: Thông báo của đơn vị",
                "Announcements",
            ],
        ),
    ],
)
def test_a_row_names_requirement_obligation_quote_and_section(read, language, expected):
    row = row_of(read(language), "kontum", "announcements")
    assert cells(row) == expected
    assert row.xpath(".//a/@href") == [sections.find("announcements", language).absolute_url()]


def test_what_is_only_planned_says_so_and_links_nowhere(read):
    page = read("en")
    planned = {
        one.id for one in mandate.catalogue().requirements("school") if one.state == "planned"
    }
    rows = page.xpath("//tr[@data-requirement]")
    said = {
        row.get("data-requirement"): cells(row)[-1]
        for row in rows
        if row.get("data-requirement") in planned
    }
    assert said == dict.fromkeys(planned, "Under development")
    assert page.xpath('//td[@data-way="planned"]//a') == []


def test_a_hidden_section_is_neither_linked_nor_called_met(functional_portal, read):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(sections.find("announcements", "en"), "section_hide")
    row = row_of(read("en"), "kontum", "announcements")
    assert (cells(row)[-1], row.xpath(".//a")) == ("No public section at present", [])


def test_one_source_can_be_chosen_without_script(read):
    page = read("vi", "?source=q8")
    assert page.xpath("//section[.//h2]/@id") == ["source-q8"]
    assert page.xpath('//select[@name="source"]/option[@selected]/@value') == ["q8"]


def test_an_unknown_source_shows_all(read):
    page = read("vi", "?source=%3Cb%3E")
    assert (
        len(page.xpath("//section//h2")) == len(page.xpath('//select[@name="source"]/option')) - 1
    )


def test_the_counts_stand_at_the_top(read):
    page = read("en")
    counts = {
        text(pair.find("dt")): int(text(pair.find("dd")))
        for pair in page.xpath('//dl[contains(@class, "legal-basis-counts")]/div')
    }
    applying = mandate.catalogue().requirements("school")
    assert list(counts) == [
        "Requirements that apply to this unit",
        "Mandatory",
        "Recommended",
        "Essential",
        "Met in the sections",
        "Met by the portal's functions",
        "No public section at present",
        "Under development",
    ]
    assert (counts["Requirements that apply to this unit"], counts["Under development"]) == (
        len(applying),
        sum(one.state == "planned" for one in applying),
    )


def test_a_site_without_a_unit_says_so(functional_portal, read):
    functional_portal.portal_registry["eduportal.unit.tier"] = None
    assert "This site belongs to no unit yet." in text(read("en"))
