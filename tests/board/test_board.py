"""The editorial board's page: made from the groups, shown when the unit says so."""

from bs4 import BeautifulSoup
from datetime import date
from eduportal import sections
from eduportal.accounts.changing import switch_off
from eduportal.board.regulation import PARTS
from eduportal.board.regulation import REQUIREMENT
from eduportal.mandate import catalogue
from plone import api
from tests.editorial.conftest import PASSWORD
import pytest
import transaction

PAPERS = {
    "decision_number": "12/QĐ-THHS",
    "decision_date": date(2026, 9, 5),
    "decision_link": "/vi/van-ban/12-qd-thhs",
    "parts": ("content", "process"),
}


def shown(page):
    """``{heading: [lines]}`` of the board."""
    body = BeautifulSoup(page.text, "html.parser").select_one(".editorial-board")
    if body is None:
        return None
    found = {
        heading.text.strip(): [
            " ".join(li.text.split()) for li in heading.find_next("ul").select("li")
        ]
        for heading in body.select("h2")
    }
    return found | {dt.text.strip(): dt.find_next("dd").text.strip() for dt in body.select("dt")}


def section(office, language):
    return f"{office.url}{sections.find('editorial-board', language).absolute_url_path()[6:]}"


def test_it_is_not_there_for_visitors_until_it_is_published(office, keep):
    addresses = [f"{office.url}/vi/@@editorial-board", section(office, "vi")]
    before = [office.ask(None, "GET", one) for one in addresses]
    keep(published=True)
    after = [office.ask(None, "GET", one) for one in addresses]

    assert [(one.status_code, shown(one)) for one in before] == [(404, None), (200, None)]
    assert [one.status_code for one in after] == [200, 200]
    assert shown(after[0]) == shown(after[1]) != {}


def test_members_stand_in_their_parts_with_names_and_posts_and_nothing_else(office, keep):
    keep(published=True, **PAPERS)
    page = office.ask(None, "GET", section(office, "en"))

    assert shown(page) == {
        "Head of the editorial board": ["Trần Thị Hoa, Hiệu trưởng"],
        "Editor": ["Lê Văn Bình, Tổ trưởng tổ Toán"],
        "System administrator": ["Phạm Minh An"],
        "What the regulation lays down": ["What is published", "How information is updated"],
        "Founding decision": "No. 12/QĐ-THHS of 05/09/2026",
    }
    private = ("@mau.vn", ">chief", ">administrator", "Ngô Cộng Tác", 'href="/vi/van-ban')
    assert [text for text in private if text in page.text] == []
    assert f'href="{office.url}/vi/van-ban/12-qd-thhs"' in page.text


def test_who_has_left_and_cannot_sign_in_is_not_named(office, keep):
    keep(published=True)
    switch_off(office.portal, "editor")
    transaction.commit()

    assert "Editor" not in shown(office.ask(None, "GET", section(office, "en")))


def test_addresses_are_shown_and_people_left_out_as_the_unit_says(office, keep):
    with api.env.adopt_roles(["Manager"]):
        api.group.create("helpers", title="Giúp việc")
        api.group.add_user(groupname="helpers", username="contributor")
        api.group.add_user(groupname="helpers", username="chief")
        api.user.create(username="nameless", email="n@mau.vn", password=PASSWORD)
        api.group.add_user(groupname="editors", username="nameless")
    keep(published=True, show_email=True, hidden=("editor",), support_group="helpers")
    found = shown(office.ask(None, "GET", f"{office.url}/en/@@editorial-board"))

    assert found == {
        "Head of the editorial board": ["Trần Thị Hoa, Hiệu trưởng, chief@mau.vn"],
        "System administrator": ["Phạm Minh An, administrator@mau.vn"],
        "Support team of the editorial board": ["Ngô Cộng Tác, contributor@mau.vn"],
    }


def test_those_who_keep_it_see_what_the_sources_miss(office, keep):
    def advice():
        page = office.ask("chief", "GET", f"{office.url}/en/@@editorial-board")
        block = BeautifulSoup(page.text, "html.parser").select_one("#content .alert-info")
        return page, [" ".join(li.text.split()) for li in block.select("li")]

    keep(**PAPERS)
    page, sentences = advice()

    assert page.headers["Cache-Control"] == "private, no-store"
    assert sentences == [
        "Kon Tum asks for 5 to 7 members (II.4.1); here: 3.",
        "The regulation of the portal lacks its number, date or link.",
        "☑ stands in it: What is published",
        "☑ stands in it: How information is updated",
        "☐ not ticked yet: Time limits for providing and updating information",
        "☐ not ticked yet: Who is responsible for updating and approving",
        "☐ not ticked yet: Who is responsible for management and technical operation",
        "☐ not ticked yet: Working rules of the members of the editorial board",
    ]


def test_a_chief_editor_changes_it_through_the_web_and_the_journal_tells(office, journal):
    address = f"{office.url}/@@eduportal-board-controlpanel"
    form = {
        "form.widgets.published:list": "selected",
        "form.widgets.decision_number": "12/QĐ-THHS",
        "form.widgets.decision_link": "javascript:alert(1)",
        "form.buttons.save": "Save",
        "_authenticator": office.token("chief"),
    }
    bad = office.ask("chief", "POST", address, data=form)
    form["form.widgets.decision_link"] = "https://hoasen.edu.vn/qd"
    good = office.ask("chief", "POST", address, data=form)
    refused = office.ask("editor", "GET", address)
    transaction.begin()

    assert (bad.status_code, "https:// ." in bad.text) == (200, True)
    assert good.status_code == 302
    assert refused.status_code in (302, 401)
    assert api.portal.get_registry_record("eduportal.board.decision_link") == (
        "https://hoasen.edu.vn/qd"
    )
    told = [(one["who"], one["where"]) for one in journal() if "board" in one["where"]]
    assert ("chief", "eduportal.board.published") in told


@pytest.mark.parametrize("event", ["group", "name", "switched off"])
def test_a_kept_page_follows_the_board(office, keep, event):
    keep(published=True)
    catalog = api.portal.get_tool("portal_catalog")
    before = catalog.getCounter()
    if event == "group":
        with api.env.adopt_roles(["Manager"]):
            api.group.remove_user(groupname="editors", username="editor")
    elif event == "switched off":
        switch_off(office.portal, "editor")
    else:
        api.user.get(username="editor").setMemberProperties({"fullname": "Lê Bình"})
    transaction.commit()

    assert catalog.getCounter() > before


def test_the_checklist_names_the_parts_that_the_mandate_names():
    requirement = catalogue().requirement(REQUIREMENT)
    assert list(PARTS) == [part.key for part in requirement.required_parts]


def test_the_choice_of_members_is_no_list_of_logins_for_visitors(office):
    address = f"{office.url}/@vocabularies/eduportal.board_members"
    found = {
        person: office.rest(person, "GET", address).status_code
        for person in ("", "contributor", "editor", "chief", "administrator")
    }
    assert found == {"": 401, "contributor": 403, "editor": 403, "chief": 200, "administrator": 200}
