"""``@@working-days``: an administrator's own days, kept whole or not at all."""

from datetime import date
from datetime import time
from eduportal import working_days
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.protect.authenticator import createToken
import pytest
import requests
import transaction

PASSWORD = "mat khau dai cua nguoi thu"
AUTH = {
    "manager": (SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
    "administrator": ("administrator", PASSWORD),
    "chief": ("chief", PASSWORD),
    "": None,
}
TYPED = {
    "rest-6": "1",
    "closes": "11:30",
    "day-0": "2026-11-20",
    "kind-0": "closed",
    "reason-0": "Ngày Nhà giáo <Việt Nam>",
    "day-1": "24/11/2026",
    "kind-1": "worked",
    "reason-1": "",
    "day-2": "",
    "kind-2": "closed",
    "reason-2": "",
}


class Page:
    def __init__(self, portal, base):
        self.portal = portal
        self.url = f"{base}/{portal.getId()}/en/@@working-days"

    def get(self, who):
        return requests.get(self.url, auth=AUTH[who], allow_redirects=False)

    def post(self, who, typed, token=True):
        with api.env.adopt_user(AUTH[who][0]):
            sent = typed | ({"_authenticator": createToken()} if token else {})
        transaction.commit()
        return requests.post(self.url, sent, auth=AUTH[who], allow_redirects=False)

    def calendar(self):
        transaction.begin()
        return working_days.calendar(self.portal)


@pytest.fixture
def page(http):
    with api.env.adopt_roles(["Manager"]):
        for name, group in (("administrator", "administrators"), ("chief", "chief-editors")):
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return Page(http["portal"], f"http://{http['host']}:{http['port']}")


def test_the_units_administrator_keeps_its_own_days(page):
    answer = page.post("administrator", TYPED)

    assert answer.status_code == 200
    assert "Ngày Nhà giáo &lt;Việt Nam&gt;" in answer.text
    calendar = page.calendar()
    assert calendar == working_days.Calendar(
        rest_days=frozenset({6}),
        closed={date(2026, 11, 20): "Ngày Nhà giáo <Việt Nam>"},
        worked={date(2026, 11, 24): ""},
        closes=time(11, 30),
    )
    assert working_days.add(date(2026, 11, 19), 3, calendar) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"day-1": "31/02/2026"}, "This is no date."),
        ({"day-1": "2026-11-20"}, "This day is entered twice."),
        ({"closes": "25:00"}, "Write the end of the working day"),
        ({f"rest-{day}": "1" for day in range(7)}, "Leave at least one day"),
    ],
)
def test_one_mistake_keeps_nothing_and_loses_nothing(page, typed, sentence):
    answer = page.post("manager", TYPED | typed)

    assert sentence in answer.text
    assert "Ngày Nhà giáo &lt;Việt Nam&gt;" in answer.text
    assert page.calendar() == working_days.Calendar()


def test_nobody_else_sees_or_changes_it(page):
    for who in ("", "chief"):
        assert page.get(who).status_code in (302, 401), who
    assert page.post("chief", TYPED).status_code in (302, 401)
    assert page.post("manager", TYPED, token=False).status_code == 403
    assert page.calendar() == working_days.Calendar()
