"""The question after a result: parts of the applicant's and of the officers' page."""

from bs4 import BeautifulSoup
from eduportal import cases
from eduportal.interfaces import IEduportal
from plone import api
from tests.casework.conftest import words
from zope.interface import alsoProvides
import pytest
import secrets


@pytest.fixture
def request_(portal):
    alsoProvides(portal.REQUEST, IEduportal)
    return portal.REQUEST


@pytest.fixture
def case(portal, request_):
    """Received, and nobody has worked on it yet."""
    with api.env.adopt_roles(["Manager"]):
        service = api.content.create(portal["en"], "Document", title="Chuyển trường")
        api.user.create(username="lan", email="lan@mau.vn", password=secrets.token_hex(9))
        api.group.add_user(groupname="case-officers", username="lan")
    made, _new = cases.receive(
        service,
        token="a-page",
        form=service,
        language="vi",
        entries=[],
        uploads=[],
        applicant=cases.Applicant("Nguyễn Thị Đào", "0912 345 678"),
    )
    return made


@pytest.fixture
def decided(case):
    with api.env.adopt_user("lan"):
        cases.step(case, "refuse", actor="lan", message="Không đủ tuổi")
    return case


def part(case, request, side="applicant", name="satisfaction", **form):
    request.form.clear()
    request.form.update(form)
    return cases.parts_of(case, request, side, "a-pass").get(name)


def test_nobody_is_asked_before_there_is_a_result(case, request_):
    assert part(case, request_) is None
    assert part(case, request_, "officer", "satisfaction-given") is None


def test_five_buttons_with_words_ask_once_there_is_a_result(decided, request_):
    page = BeautifulSoup(part(decided, request_).render(), "html.parser")

    buttons = page.select("button[name=score]")
    assert [(one["value"], words(one), one["aria-pressed"]) for one in buttons] == [
        ("5", "Rất hài lòng", "false"),
        ("4", "Hài lòng", "false"),
        ("3", "Bình thường", "false"),
        ("2", "Không hài lòng", "false"),
        ("1", "Rất không hài lòng", "false"),
    ]
    assert all(one.select_one("svg[aria-hidden=true]") for one in buttons)
    (form,) = page.select("form")
    hidden = {one["name"]: one["value"] for one in form.select("input[type=hidden]")}
    assert (hidden["part"], hidden["pass"]) == ("satisfaction", "a-pass")
    assert hidden["_authenticator"]


def test_one_tap_is_the_answer_and_another_changes_it(portal, decided, request_):
    for score in ("4", "1"):
        assert part(decided, request_, score=score).handle() == "Thank you for your answer."

    assert decided.rating == 1
    assert [row.rating for row in cases.rows(portal)] == [1]
    page = BeautifulSoup(part(decided, request_).render(), "html.parser")
    (pressed,) = page.select("button[aria-pressed=true]")
    assert words(pressed) == "Rất không hài lòng"


@pytest.mark.parametrize("score", ["0", "6", "-1", "5.0", "٣", "", ["5"], None])
def test_nothing_but_one_of_the_five_is_an_answer(decided, request_, score):
    assert part(decided, request_, score=score).handle() == "Choose one of the faces."

    assert decided.rating is None


def test_words_come_after_the_tap_and_are_for_the_officers(decided, request_):
    part(decided, request_, comment="Quá sớm").handle()
    assert part(decided, request_, "officer", "satisfaction-given") is None

    part(decided, request_, score="2").handle()
    part(decided, request_, comment="  <b>Chờ lâu</b> " + "x" * 2000).handle()

    shown = part(decided, request_, "officer", "satisfaction-given").render()
    page = BeautifulSoup(shown, "html.parser")
    assert words(page.strong) == "Không hài lòng"
    text = page.select_one(".edu-case__text").text.strip()
    assert (text[:15], len(text)) == ("<b>Chờ lâu</b> ", 1000)
