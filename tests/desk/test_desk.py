"""What stands on whose desk."""

from datetime import datetime
from datetime import timedelta
from eduportal import editorial
from plone import api
from tests.desk.conftest import lists
from tests.desk.conftest import path_of
from tests.desk.conftest import words
import pytest
import transaction

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def desks(office, write, sit):
    """One item in every state, by ``contributor``; the desks are read in English."""
    items = {
        state: write(state, title=f"Bài {state}")
        for state in ("draft", "submitted", "returned", "published")
    }
    items["scheduled"] = write("draft", title="Bài scheduled")
    with api.env.adopt_user("chief"):
        editorial.step(
            items["scheduled"],
            "schedule",
            at=datetime.now() + timedelta(days=2),
            confirmed=True,
        )
    transaction.commit()

    def read(person, **parameters):
        desk = sit(person)
        desk.session.headers["Accept-Language"] = "en"
        return desk.get("/en/@@desk", **parameters)[1]

    read.items = items
    return read


def test_the_author_sees_what_came_back_what_was_sent_and_what_is_planned(desks):
    assert lists(desks("contributor")) == {
        "Came back to me 1": ["Bài returned"],
        "Sent by me, not yet approved 1": ["Bài submitted"],
        "My drafts 1": ["Bài draft"],
        "Scheduled 1": ["Bài scheduled"],
    }


def test_the_chief_editor_sees_what_waits_and_what_is_planned_by_anybody(desks):
    assert lists(desks("chief")) == {
        "Waiting for me 1": ["Bài submitted"],
        "Came back to me 0": [],
        "Sent by me, not yet approved 0": [],
        "My drafts 0": [],
        "Scheduled 1": ["Bài scheduled"],
    }


def test_another_author_sees_nothing_of_it(desks):
    page = desks("other")

    assert [name for name, titles in lists(page).items() if titles] == []
    assert "Bài" not in page.select_one("main").text


def test_a_returned_item_says_who_returned_it_and_why(desks):
    item = desks.items["returned"]
    with api.env.adopt_user("contributor"):
        editorial.step(item, "submit")
    with api.env.adopt_user("chief"):
        editorial.step(item, "return", reason="Ghi rõ ngày họp & phòng họp")
        api.user.get_current().setMemberProperties({"fullname": "Trần Thị Trưởng"})
    transaction.commit()

    row = desks("contributor").select_one("#returned .edu-rows__reason")

    assert words(row) == ("Returned for changes ( Trần Thị Trưởng ): Ghi rõ ngày họp & phòng họp")


def test_examiners_have_a_list_only_where_the_board_asks_for_a_second_look(desks):
    before = lists(desks("editor"))
    api.portal.set_registry_record("eduportal.editorial.second_look", True)
    transaction.commit()
    page = desks("editor")

    assert "Waiting for me 1" not in before
    assert lists(page)["Waiting for me 1"] == ["Bài submitted"]
    assert [one["value"] for one in page.select("#waiting button[name=step]")] == ["examine"]


def test_a_list_of_more_than_twenty_comes_in_pages(office, write, sit):
    for number in range(23):
        write("submitted", title=f"Bài {number:02}")
    transaction.commit()
    chief = sit("chief")

    first = chief.get("/vi/@@desk")[1]
    second = chief.get("/vi/@@desk", list="waiting", b_start="20")[1]

    assert [len(titles) for titles in lists(first).values()][0] == 20
    assert list(lists(second).values()) == [["Bài 20", "Bài 21", "Bài 22"]]
    assert first.select_one("a[href$='?list=waiting']") is not None


def test_a_list_is_narrowed_to_one_author(office, write, sit):
    write("submitted", title="Bài của cộng tác viên")
    imported = write("submitted", title="Văn bản nhập")
    imported.setCreators(("editor",))
    imported.reindexObject()
    transaction.commit()

    page = sit("chief").get("/vi/@@desk", list="waiting", Creator="editor")[1]

    assert list(lists(page).values()) == [["Văn bản nhập"]]
    options = page.select("#filter-Creator option")
    assert [one.get("value") for one in options] == ["", "contributor", "editor"]


@pytest.mark.parametrize("path", ["/@@desk", "/vi/@@desk", "/en/@@desk"])
def test_the_desk_is_nobodys_without_signing_in(office, sit, path):
    refused = office.ask(None, "GET", f"{office.url}{path}")
    answer, _page = sit("editor").get(path)

    assert (refused.status_code, "require_login" in refused.headers["Location"]) == (302, True)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")


def test_somebody_without_a_role_is_told_whom_to_ask(office, sit):
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(groupname="contributors", username="other")
    transaction.commit()

    desk = sit("other")
    desk.session.headers["Accept-Language"] = "en"
    page = desk.get("/en/@@desk")[1]

    assert words(page.select_one(".alert-info:not(.portalMessage)")).startswith("You have no role")
    assert page.select(".edu-door") == []


def test_the_desk_is_linked_from_every_page_of_who_is_signed_in(office, sit):
    signed_in = sit("contributor").get("/vi")[1]
    visitor = office.ask(None, "GET", f"{office.url}/vi").text

    links = signed_in.select("a[href$='/vi/@@desk']")
    assert len(links) >= 2
    assert "@@desk" not in visitor
    assert "desk.js" not in visitor


def test_what_waits_in_a_draft_of_somebody_else_cannot_be_opened_by_its_title(desks, office, sit):
    address = path_of(desks.items["draft"])

    answers = [sit("other").get(f"{address}{view}")[0] for view in ("", "/@@review")]

    assert [("Bài draft" in one.text, "insufficient" in one.url) for one in answers] == [
        (False, True),
        (False, True),
    ]
