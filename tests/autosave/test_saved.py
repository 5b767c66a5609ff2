"""The browser is told of a save when it is stored, and not before."""

from eduportal import sections
from tests.editorial.conftest import PASSWORD
import pytest
import requests
import transaction

DRAFT = "0123456789abcdef"


def form(office, draft=DRAFT, title="Tin mới") -> dict[str, str]:
    return {
        "form.widgets.IDublinCore.title": title,
        "form.widgets.IDublinCore.subjects": "thi",
        "form.buttons.save": "1",
        "edu_draft": draft,
        "_authenticator": office.token("editor"),
    }


def add(office, **more):
    address = f"{office.address(sections.find('news'))}/++add++News%20Item"
    return office.ask("editor", "POST", address, data=form(office, **more))


def test_a_stored_save_is_told_to_this_portal_only(office):
    answer = add(office)
    cookie = answer.headers["Set-Cookie"]
    assert answer.status_code == 302
    assert f'edu_saved="{DRAFT}"' in cookie or f"edu_saved={DRAFT}" in cookie
    assert f"Path=/{office.portal.getId()}" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(
    "more",
    [{"title": ""}, {"draft": ""}, {"draft": "x"}, {"draft": "a;b=c"}, {"draft": "A" * 16}],
)
def test_a_complaint_or_a_strange_mark_is_told_nothing(office, more):
    assert "edu_saved" not in add(office, **more).headers.get("Set-Cookie", "")


def test_what_a_visitor_sends_in_the_name_of_the_portal_is_not_told(office):
    address = f"{office.url}/vi?eduportal.autosave.saved=abcdefgh&eduportal.autosave.path=/"
    assert "edu_saved" not in office.ask(None, "GET", address).headers.get("Set-Cookie", "")


def test_who_asks_learns_whether_he_is_signed_in_and_an_editor_when_it_was_saved(office, write):
    news = write()
    transaction.commit()
    address = f"{office.url}/@@edit-alive?uid="

    assert office.ask("contributor", "GET", address + news.UID()).json() == {
        "signed_in": True,
        "modified": news.modified().millis(),
    }
    assert office.ask("other", "GET", address + news.UID()).json() == {"signed_in": True}
    assert office.ask("contributor", "GET", address).json() == {"signed_in": True}
    for uid in (news.UID(), "0" * 32, ""):
        visitor = office.ask(None, "GET", address + uid)
        assert (visitor.status_code, visitor.json()) == (200, {"signed_in": False})
        assert visitor.headers["Cache-Control"] == "private, no-store"


def test_asking_renews_the_sessions_cookie(office):
    session = requests.Session()
    sign_in = {"__ac_name": "editor", "__ac_password": PASSWORD, "buttons.login": "1"}
    session.post(f"{office.url}/login", data=sign_in)
    answer = session.get(f"{office.url}/@@edit-alive")
    assert answer.json()["signed_in"] is True
    assert "__ac" in answer.headers["Set-Cookie"]
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_visitors_pages_carry_neither_scripts_nor_mark(office):
    page = office.ask(None, "GET", f"{office.url}/vi").text
    assert [part in page for part in ("autosave.js", "hints.js", "edu-writing")] == [False] * 3
    member = office.ask("editor", "GET", f"{office.url}/vi").text
    assert [part in member for part in ("autosave.js", "hints.js", "edu-writing")] == [True] * 3
    assert "editor" not in member.partition('id="edu-writing"')[2].partition(">")[0]
