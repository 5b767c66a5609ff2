"""Accounts, groups, roles, signing in and refusals, as a real HTTP server sees them."""

from plone import api
from tests.audit.conftest import PASSWORD
from tests.audit.conftest import SITE_OWNER_NAME
import requests
import transaction


def told(entries, *events):
    """``(event, who, where, before, after)`` of what is asked for."""
    return [
        (one["event"], one["who"], one.get("where"), one.get("before"), one.get("after"))
        for one in entries
        if one["event"].startswith(events)
    ]


def test_an_account_is_told_from_its_making_to_its_end(functional, journal):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="lan", email="lan@mau.vn", password=PASSWORD)
        api.group.add_user(groupname="editors", username="lan")
        transaction.commit()
        api.user.get("lan").setMemberProperties({"email": "ke-gian@noi-khac.vn", "fullname": ""})
        api.user.get("lan").setSecurityProfile(password=PASSWORD + "2")
        transaction.commit()
        api.group.remove_user(groupname="editors", username="lan")
        api.user.delete("lan")
        transaction.commit()
    written = told(journal(), "account", "group")

    assert [one[0] for one in written if one[0] != "account.change"] == [
        "account.add",
        "group.add-member",
        "account.password",
        "group.remove-member",
        "account.delete",
    ]
    changes = [one[3:] for one in written if one[0] == "account.change"]
    assert changes[-1] == ({"email": "lan@mau.vn"}, {"email": "ke-gian@noi-khac.vn"})
    assert {one[2] for one in written} == {"lan", "editors"}
    assert PASSWORD not in str(journal())


def test_a_role_given_through_the_web_is_told(office, journal):
    address = f"{office.url}/@users/contributor"
    answer = office.rest("manager", "PATCH", address, json={"roles": {"Reviewer": True}})

    assert answer.status_code == 204, answer.text
    ((event, who, where, before, after),) = told(journal(), "account.roles")
    assert (event, who, where, before) == (
        "account.roles",
        SITE_OWNER_NAME,
        "contributor",
        ["Member"],
    )
    assert {"Member", "Reviewer"} <= set(after)


def test_signing_in_is_told_and_a_failure_without_names_that_nobody_has(office, journal):
    form = f"{office.url}/login"

    def sign_in(name, password):
        session = requests.Session()
        session.post(form, data={"__ac_name": name, "__ac_password": password, "buttons.login": ""})

    sign_in("editor", PASSWORD)
    sign_in("editor", "sai mat khau")
    sign_in("matkhaucuatoi", PASSWORD)
    office.rest(None, "POST", f"{office.url}/@login", json={"login": "editor", "password": "sai"})
    office.rest(
        None, "POST", f"{office.url}/@login", json={"login": "editor", "password": PASSWORD}
    )
    requests.get(f"{office.url}/vi", auth=("editor", "sai"), timeout=20)
    failures = journal(stream="failures")

    assert told(journal(), "sign-in") == [("sign-in.done", "editor", None, None, None)] * 2
    assert told(failures, "") == [
        ("sign-in.failed", "", "editor", None, "password"),
        ("sign-in.failed", "", "?", None, "password"),
        ("sign-in.failed", "", "editor", None, "password"),
        ("sign-in.failed", "", "editor", None, "password"),
    ]
    assert {one["from"] for one in failures} == {"127.0.0.0/24"}
    written = str(journal()) + str(failures)
    assert [
        secret for secret in (PASSWORD, "matkhaucuatoi", "sai mat khau") if secret in written
    ] == []


def test_what_somebody_signed_in_was_refused_is_told_and_a_visitors_is_not(office, journal):
    office.rest("contributor", "GET", f"{office.url}/@users/editor")
    office.rest(None, "GET", f"{office.url}/@users/editor")
    refused = office.ask("contributor", "GET", f"{office.url}/@@overview-controlpanel")

    assert refused.status_code in (302, 401, 403)
    assert [one[:2] for one in told(journal(stream="failures"), "access")] == [
        ("access.refused", "contributor")
    ]


def test_a_change_over_rest_tells_who_and_from_where(office, journal):
    office.rest(
        "editor",
        "POST",
        f"{office.url}/vi/tin-tuc-su-kien",
        json={"@type": "News Item", "title": "Bài"},
    )
    office.rest(
        "editor", "PATCH", f"{office.url}/vi/tin-tuc-su-kien/bai", json={"title": "Bài hai"}
    )
    found = [one for one in journal() if one["event"].startswith("content.")]

    assert [(one["event"], one["who"], one["from"]) for one in found] == [
        ("content.add", "editor", "127.0.0.0/24"),
        ("content.edit", "editor", "127.0.0.0/24"),
    ]
    assert (found[1]["before"], found[1]["after"]) == ({"title": "Bài"}, {"title": "Bài hai"})


def test_an_account_can_be_made_in_the_transaction_that_makes_its_portal(plain, journal):
    transaction.savepoint()
    with api.env.adopt_roles(["Manager"]):
        properties = {"fullname": "Bùi Lan"}
        api.user.create(
            username="lan", email="lan@mau.vn", password=PASSWORD, properties=properties
        )

    assert api.user.get(username="lan").getProperty("fullname") == "Bùi Lan"
