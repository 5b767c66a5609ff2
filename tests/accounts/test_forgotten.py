"""Asking for a new password tells nobody whether an account exists."""

from plone import api
from tests.accounts.conftest import PASSWORD
import pytest
import requests
import transaction

NEW = "mot cau khac that dai de nho"


@pytest.fixture
def writing(door):
    api.portal.set_registry_record("plone.email_from_address", "cong@mau.vn")
    api.portal.set_registry_record("plone.email_from_name", "Cổng")
    transaction.commit()
    return door


def rest(door, login, data, auth=None):
    return requests.post(
        f"{door.url}/@users/{login}/reset-password",
        json=data,
        headers={"Accept": "application/json"},
        auth=auth,
    )


def test_the_older_form_answers_alike(writing):
    answers = [
        requests.post(f"{writing.url}/mail_password", data={"userid": login}, allow_redirects=False)
        for login in ("thuan", "khongco")
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].text == answers[1].text


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"reset_token": "0" * 32, "new_password": NEW},
        {"old_password": PASSWORD, "new_password": NEW},
        {"new_password": NEW},
    ],
)
def test_rest_answers_alike(writing, data):
    known, unknown = (rest(writing, login, data) for login in ("thuan", "khongco"))
    assert (known.status_code, known.text) == (unknown.status_code, unknown.text)


def test_an_administrator_hears_that_there_is_nobody(writing):
    assert rest(writing, "khongco", {}, auth=("chi", PASSWORD)).status_code == 404
    assert rest(writing, "thuan", {}, auth=("chi", PASSWORD)).status_code == 200
