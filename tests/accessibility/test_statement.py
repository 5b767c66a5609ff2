"""The statement on accessibility, over HTTP and as a unit's administrator changes it."""

from eduportal import sections
from eduportal.accessibility import Check
from eduportal.accessibility import last_check
from eduportal.accessibility import written
from eduportal.accessibility.check import read
from plone import api
from tests.face.conftest import Page
from tests.face.conftest import managing
from tests.face.conftest import visit
import pytest
import transaction

__all__ = ["managing", "visit"]

PREFIX = "eduportal.accessibility"


def facts(page: Page) -> dict[str, str]:
    return dict(zip(page.all_words(".edu-check dt"), page.all_words(".edu-check dd"), strict=True))


def test_the_statement_tells_date_and_result_of_the_last_check(visit):
    check = last_check()

    page = visit("/en/accessibility")

    assert facts(page) == {
        "Date": f"{check.day:%d/%m/%Y}",
        "What was checked": (
            f"{check.templates} kinds of pages in Vietnamese and in English, as visitors and as "
            f"editors see them: {check.pages} pages"
        ),
        "Tools": f"axe-core {check.axe}, {check.browser}",
        "Serious or critical findings": str(check.serious),
        "Lesser findings": str(check.lesser),
    }
    assert page.words("h1") == "Statement on accessibility"
    assert page.values("html", "lang") == ["en"]


def test_the_last_check_covers_what_is_promised():
    check = last_check()

    assert (check.templates >= 40, check.pages >= 120, check.serious) == (True, True, 0)


def test_every_page_leads_to_the_statement(visit):
    for language in ("vi", "en"):
        links = visit(f"/{language}").values(".edu-footer a", "href")
        assert f"http://nohost/plone/{language}/accessibility" in links


def test_what_the_unit_adds_stands_in_its_language_and_as_text(visit, managing):
    with managing():
        for name, value in {
            "contact": "Cô Lê Thị Sen, văn thư",
            "phone": "0200 000 0009",
            "email": "tiepcan@mau.edu.vn",
            "text_vi": "Thời khóa biểu cũ còn là ảnh.\n\n<script>alert(1)</script>",
        }.items():
            api.portal.set_registry_record(f"{PREFIX}.{name}", value)

    page = visit("/en/accessibility")

    assert page.all_words("main div[lang=vi] p") == [
        "Thời khóa biểu cũ còn là ảnh.",
        "<script>alert(1)</script>",
    ]
    assert page.words("main dd[lang=vi]:nth-of-type(1)") == "Cô Lê Thị Sen, văn thư"
    assert page.values("main a[href^='tel:']", "href") == ["tel:02000000009"]
    assert page.values("main a[href^='mailto:']", "href") == ["mailto:tiepcan@mau.edu.vn"]


def test_a_hidden_feedback_section_is_not_offered(visit, managing, functional_portal):
    before = visit("/vi/accessibility").values("main .btn", "href")
    with managing():
        api.content.transition(sections.find("feedback"), "section_hide")
        transaction.commit()
    after = visit("/vi/accessibility").values("main .btn", "href")

    assert (len(before), after) == (1, [])


def test_a_check_is_read_as_it_was_written():
    check = last_check()

    assert read(written(check)) == check
    with pytest.raises(ValueError, match="belong there"):
        read(written(check) + "more = 1\n")
    assert isinstance(check, Check)
