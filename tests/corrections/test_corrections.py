"""A correction stands above what is public at once, by a reviewer's hand alone."""

from bs4 import BeautifulSoup
from datetime import datetime
from eduportal import sections
from eduportal.corrections import add
from eduportal.corrections import notes
from plone import api
import pytest
import transaction

TEXT = "Lịch họp in sai ngày: đúng là 05/12/2026."


@pytest.fixture
def news(office, write):
    made = write("published", title="Lịch họp")
    transaction.commit()
    return made


def correct(office, person, content, **data):
    data.setdefault("text", TEXT)
    return office.ask(
        person,
        "POST",
        f"{office.address(content)}/@@correct",
        data={"_authenticator": office.token(person), **data},
    )


def kept(content):
    transaction.begin()
    return [(note.text, note.by) for note in notes(content)]


def above(office, content, person=""):
    page = BeautifulSoup(office.ask(person, "GET", office.address(content)).text, "html.parser")
    found = page.select_one(".edu-corrections")
    return " ".join(found.text.split()) if found else ""


def test_a_reviewer_corrects_and_nothing_else_is_needed(office, news):
    answer = correct(office, "chief", news)
    today = f"{datetime.now(notes(news)[0].at.tzinfo):%d/%m/%Y}" if kept(news) else ""

    assert (answer.status_code, answer.headers["Location"]) == (302, f"{office.address(news)}/view")
    assert kept(news) == [(TEXT, "chief")]
    assert api.content.get_state(news) == "published"
    assert above(office, news) == f"Đính chính {today} {TEXT}"
    assert above(office, news, "chief") == f"Đính chính {today} (chief) {TEXT}"


def test_lists_say_that_an_item_was_corrected(office, news):
    correct(office, "chief", news)
    section = office.address(sections.find("news"))
    page = BeautifulSoup(office.ask("", "GET", section).text, "html.parser")
    transaction.begin()
    day = notes(news)[0].at.strftime("%d/%m/%Y")

    assert (
        " ".join(page.select_one(".edu-list__corrected").text.split()) == f"Đính chính ngày {day}"
    )


def test_only_reviewers_find_it_in_the_menu_and_on_the_page(office, news):
    pages = [office.ask(one, "GET", office.address(news)).text for one in ("chief", "editor")]
    found = [BeautifulSoup(one, "html.parser").select('a[href*="/@@correct"]') for one in pages]

    assert [[link.text.strip() for link in links] for links in found] == [["Đính chính"] * 2, []]


@pytest.mark.parametrize("person", ["contributor", "editor", "administrator", ""])
def test_nobody_else_corrects(office, news, person):
    token = office.token("chief") if not person else office.token(person)
    answer = office.ask(
        person,
        "POST",
        f"{office.address(news)}/@@correct",
        data={"_authenticator": token, "text": TEXT},
    )

    assert (answer.status_code, kept(news)) == (302, [])
    assert "require_login" in answer.headers["Location"]


def test_a_forged_or_empty_form_changes_nothing(office, news):
    forged = office.ask("chief", "POST", f"{office.address(news)}/@@correct", data={"text": TEXT})
    empty = correct(office, "chief", news, text="   ")
    asked = office.ask("chief", "GET", f"{office.address(news)}/@@correct", params={"text": TEXT})

    assert (forged.status_code, empty.status_code, asked.status_code) == (403, 200, 200)
    assert "edu-correction-error" in empty.text
    assert kept(news) == []


def test_what_is_not_public_is_changed_and_not_corrected(office, write):
    draft, section = write("draft"), sections.find("announcements")
    transaction.commit()
    for content in (draft, section):
        correct(office, "chief", content)
        assert kept(content) == []


def test_a_correction_is_taken_back(office, news):
    correct(office, "chief", news, text="Nhầm")
    correct(office, "chief", news)
    transaction.begin()
    wrong = notes(news)[1].at.isoformat()
    correct(office, "chief", news, text="", remove=wrong)

    assert kept(news) == [(TEXT, "chief")]


def test_a_copy_is_a_text_of_its_own(portal):
    with api.env.adopt_roles(["Manager"]):
        news = api.content.create(sections.find("news"), "News Item", "tin", title="Tin")
        add(news, TEXT)
        copied = api.content.copy(news, sections.find("news"), id="ban-sao")

    assert (len(notes(news)), notes(copied)) == (1, [])
