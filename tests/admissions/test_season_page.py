"""The season's own page, in both languages."""

from bs4 import BeautifulSoup
from datetime import date
from eduportal.admissions import ledger
from eduportal.admissions.results import Result
from eduportal.sections import find
from plone import api
from tests.admissions.conftest import NAMES
from tests.admissions.conftest import words

SEASONS = "[aria-labelledby=admission-seasons] a"


def test_the_page_tells_what_is_known_in_the_readers_language(school):
    with api.env.adopt_roles(["Manager"]):
        school.season.audience = "Trẻ sinh năm 2020\nTrẻ trong địa bàn"
        school.season.milestones = ("01/06/2026 - 15/06/2026: Đăng ký", "20/07/2026: Kết quả")
        school.season.milestones_en = ("01/06/2026: Registration",)
    page = school.ask("", f"en/@@admission-season?season={school.season.UID()}")
    soup = BeautifulSoup(page.text, "html.parser")
    facts = {
        term.text: [dd.get("lang"), " ".join(dd.text.split())]
        for term in soup.select(".admission-season dt")
        for dd in [term.find_next("dd")]
    }

    assert soup.h1.text == "Admission to grade 1"
    assert facts == {
        "School year": [None, "2026-2027"],
        "Admission to": [None, "Grade 1"],
        "Places": [None, "2"],
        "Who may apply": ["vi", "Trẻ sinh năm 2020 Trẻ trong địa bàn"],
        "Questions to": ["vi", "Văn thư, 0200 000 0001"],
    }
    assert [" ".join(one.text.split()) for one in soup.select(".admission-calendar li")] == [
        "01/06/2026: Registration"
    ]
    assert soup.select_one("#admission-apply").find_next("a").text == "Đăng ký lớp 1"
    vietnamese = school.ask("", "vi/" + "/".join(school.season.getPhysicalPath()[3:]))
    assert words(vietnamese, ".admission-calendar") == (
        "01/06/2026 – 15/06/2026 : Đăng ký 20/07/2026 : Kết quả"
    )


def test_a_season_that_was_taken_down_is_nobodys(school):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(school.season, "withdraw", comment="Chưa xong")
    addresses = (
        f"en/@@admission-season?season={school.season.UID()}",
        f"vi/@@admission-result?season={school.season.UID()}",
        "vi/" + "/".join(school.season.getPhysicalPath()[3:]),
    )

    assert [school.ask("", one).status_code for one in addresses] == [404, 404, 410]


def test_numbers_are_counted_after_the_hour_and_listed_where_the_season_says_so(school):
    for case, outcome, number in zip(
        school.cases, ("admitted", "waiting", "refused", "admitted"), "DCBA", strict=True
    ):
        result = Result(outcome=outcome, number=f"{number}1")
        ledger.keep(school.portal, school.season, case, result)
    address = f"en/@@admission-season?season={school.season.UID()}"
    silent = school.ask("", address)
    school.publish(+1)
    before = school.ask("", address)
    school.publish(-1, date(2099, 1, 1))
    after = school.ask("", address)
    school.season.publishes_numbers = True
    school.season.reindexObject()
    listed = school.ask("", address)

    assert "Results" not in words(silent)
    assert "Results are published here at" in words(before)
    assert "Admitted" not in words(before)
    assert "Admitted: 2 . On the waiting list: 1 ." in words(after)
    assert "confirm by 01/01/2099 that the child comes" in words(after)
    assert "A1" not in after.text
    assert words(listed, "details ul") == "A1 D1"
    assert [name for name in NAMES for page in (after, listed) if name in page.text] == []


def test_english_sections_list_the_seasons_that_are_public(school):
    sections_of = {
        language: school.ask("", find("admission-information", language).absolute_url_path()[7:])
        for language in ("vi", "en")
    }
    above = {
        language: [one.text for one in BeautifulSoup(page.text, "html.parser").select(SEASONS)]
        for language, page in sections_of.items()
    }
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(school.season, "withdraw", comment="Chưa xong")
    english = find("admission-information", "en").absolute_url_path()[7:]

    assert above == {"vi": [], "en": ["Admission to grade 1"]}
    assert BeautifulSoup(school.ask("", english).text, "html.parser").select(SEASONS) == []
