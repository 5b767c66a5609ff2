"""A person writes where sections were entrusted, and nowhere else."""

from bs4 import BeautifulSoup
from eduportal import delegation
from eduportal import sections
from plone import api
from tests.audit.conftest import lines
import pytest
import transaction

NEWS = "/vi/tin-tuc-su-kien"
BELOW = "/vi/tin-tuc-su-kien/thong-bao"
ABOUT = "/vi/gioi-thieu"


def entrust(office, person, user="chief", **form):
    form = {"person:list": person, "_authenticator": office.token(user), **form}
    return office.ask(user, "POST", f"{office.url}/vi/@@delegation", data=form)


def english_path():
    return sections.find("news", "en").absolute_url_path().removeprefix("/plone")


def test_a_person_writes_in_the_section_below_it_and_in_its_english_twin_only(office, lan):
    before = {
        name: office.rest(lan, "POST", f"{office.url}{path}", json={}).status_code
        for name, path in (("news", NEWS), ("about", ABOUT))
    }
    answer = entrust(office, lan, save="1", **{"write:list": NEWS})
    item = {"@type": "News Item", "title": "Bài của Lan"}
    after = {
        name: office.rest(lan, "POST", f"{office.url}{path}", json=item).status_code
        for name, path in (("news", NEWS), ("below", BELOW), ("english", english_path()))
    }
    about = office.rest(lan, "POST", f"{office.url}{ABOUT}", json={**item, "@type": "Document"})
    transaction.begin()

    assert answer.status_code == 302
    assert set(before.values()) <= {401, 403}
    assert after == {"news": 201, "below": 201, "english": 201}
    assert about.status_code in (401, 403)
    assert delegation.entrusted(office.portal) == {lan: {NEWS: "write"}}


def test_a_writer_leaves_others_drafts_alone_an_editor_changes_them_and_none_approves(
    office, lan, write
):
    draft = write("submitted", title="Bài của người khác")
    transaction.commit()
    address = office.address(draft)

    def change(title):
        return office.rest(lan, "PATCH", address, json={"title": title}).status_code

    entrust(office, lan, save="1", **{"write:list": NEWS})
    written = change("Một"), office.rest(lan, "GET", address).status_code
    entrust(office, lan, save="1", **{"write:list": NEWS, "edit:list": NEWS})
    edited = change("Hai"), office.rest(lan, "GET", address).status_code
    approved = office.rest(lan, "POST", f"{address}/@workflow/publish", json={}).status_code
    entrust(office, lan, take="1")
    taken = change("Ba"), office.rest(lan, "GET", address).status_code
    transaction.begin()

    assert (written[0] in (401, 403), edited, approved >= 400) == (True, (204, 200), True)
    assert set(taken) <= {401, 403}
    assert delegation.entrusted(office.portal) == {}


def test_what_was_entrusted_is_found_in_searches_and_is_gone_from_them_afterwards(
    office, lan, write
):
    write("draft", title="Bản nháp Hoa Ban")
    transaction.commit()

    def found():
        answer = office.rest(lan, "GET", f"{office.url}/@search?Title=Hoa+Ban")
        return [item["title"] for item in answer.json()["items"]]

    before = found()
    entrust(office, lan, save="1", **{"edit:list": NEWS})
    entrusted = found()
    entrust(office, lan, take="1")

    assert (before, entrusted, found()) == ([], ["Bản nháp Hoa Ban"], [])


def test_an_editor_can_be_limited_to_some_sections(office, journal):
    item = {"@type": "Document", "title": "Bài"}
    before = office.rest("editor", "POST", f"{office.url}{ABOUT}", json=item).status_code
    entrust(office, "editor", save="1", only="1", **{"edit:list": NEWS})
    about = office.rest("editor", "POST", f"{office.url}{ABOUT}", json=item).status_code
    news = office.rest(
        "editor", "POST", f"{office.url}{NEWS}", json={**item, "@type": "News Item"}
    ).status_code
    transaction.begin()

    assert (before, news) == (201, 201)
    assert about in (401, 403)
    assert [group.getId() for group in api.group.get_groups(username="editor")] == [
        "AuthenticatedUsers"
    ]
    told = [
        (one["event"], one["who"], one["where"], one.get("before"), one.get("after"))
        for one in lines()
        if one["event"].startswith(("delegation", "group.remove"))
    ]
    assert told[-2:] == [
        ("group.remove-member", "chief", "editors", "editor", None),
        ("delegation.give", "chief", "editor", None, {NEWS: "edit"}),
    ]


def test_the_pages_say_in_words_who_may_do_what_and_come_ticked(office, lan):
    entrust(office, lan, save="1", **{"edit:list": NEWS, "write:list": ABOUT})
    page = office.ask("chief", "GET", f"{office.url}/en/@@delegation")
    says = {
        block.select_one("strong").text: [" ".join(li.text.split()) for li in block.select("li")]
        for block in BeautifulSoup(page.text, "html.parser").select("#content .form-check")
    }
    form = office.ask("chief", "GET", f"{office.url}/en/@@delegation?person:list=lan")
    ticked = {
        (box["name"], box["value"])
        for box in BeautifulSoup(form.text, "html.parser").select("input[checked]")
    }

    assert page.headers["Cache-Control"] == "private, no-store"
    assert sorted(says["Bùi Lan"]) == [
        "Giới thiệu: writes and submits",
        "Tin tức – Sự kiện: writes, and changes other people's texts",
    ]
    assert says["chief"] == ["Approves and writes in every section (chief editor)."]
    assert ticked == {("write:list", ABOUT), ("write:list", NEWS), ("edit:list", NEWS)}


@pytest.mark.parametrize("person", ["contributor", "editor", None])
def test_nobody_else_entrusts_anything(office, lan, person):
    page = office.ask(person, "GET", f"{office.url}/vi/@@delegation")
    if person:
        entrust(office, person, user=person, save="1", **{"edit:list": NEWS})
    transaction.begin()

    assert page.status_code in (302, 401, 403)
    assert delegation.entrusted(office.portal) == {}


def test_without_the_authenticator_or_by_get_nothing_is_entrusted(office, lan):
    form = {"person:list": lan, "save": "1", "edit:list": NEWS}
    address = f"{office.url}/vi/@@delegation"
    posted = office.ask("chief", "POST", address, data=form)
    got = office.ask("chief", "GET", address, params=form)
    transaction.begin()

    assert (posted.status_code, got.status_code) == (403, 403)
    assert delegation.entrusted(office.portal) == {}
