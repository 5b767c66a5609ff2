"""An editorial board, in process and behind a real HTTP server."""

from DateTime import DateTime
from datetime import timedelta
from eduportal import sections
from eduportal.editorial.deputies.plugin import Deputy
from eduportal.editorial.deputies.plugin import plugin
from eduportal.editorial.deputies.plugin import today
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from plone.protect.authenticator import createToken
import pytest
import requests
import transaction

PASSWORD = "mat khau dai cua nguoi thu"
BOARD = {
    "contributor": "contributors",
    "other": "contributors",
    "editor": "editors",
    "chief": "chief-editors",
    "administrator": "administrators",
}


def recruit():
    with api.env.adopt_roles(["Manager"]):
        for name, group in BOARD.items():
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)


@pytest.fixture
def board(portal):
    """The portal, with one person in each group."""
    recruit()
    return portal


class Office:
    """The portal as the people of its board reach it."""

    def __init__(self, portal, base):
        self.portal = portal
        self.url = f"{base}/{portal.getId()}"

    def address(self, content):
        return f"{self.url}/{'/'.join(content.getPhysicalPath()[2:])}"

    def ask(self, person, method, address, **more):
        auth = None
        if person == "manager":
            auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        elif person:
            auth = (person, PASSWORD)
        more.setdefault("allow_redirects", False)
        return requests.request(method, address, auth=auth, **more)

    def rest(self, person, method, address, **more):
        return self.ask(person, method, address, headers={"Accept": "application/json"}, **more)

    def token(self, person):
        """The authenticator that a form of this person would carry."""
        with api.env.adopt_user(person):
            return createToken()


@pytest.fixture
def office(http):
    recruit()
    api.portal.set_registry_record("plone.enable_sitemap", True)
    transaction.commit()
    return Office(http["portal"], f"http://{http['host']}:{http['port']}")


@pytest.fixture
def write():
    """Make an item in a section and bring it to a state."""

    def item(state="draft", kind="News Item", parent=None, **fields):
        parent = sections.find("news") if parent is None else parent
        with api.env.adopt_user("contributor"), api.env.adopt_roles(["Manager"]):
            values = {"title": "Bài viết", **fields}
            content = createContentInContainer(parent, kind, checkConstraints=False, **values)
        with api.env.adopt_roles(["Manager"]):
            if state == "scheduled":
                content.setEffectiveDate(DateTime() + 1)
            for transition in PATHS[state]:
                api.content.transition(content, transition, comment="Vì lý do thử nghiệm")
        return content

    return item


def stand_in():
    """The member "other" approves in the chief's place, today and tomorrow."""
    day = today()
    plugin().keep([Deputy("other", "chief", day, day + timedelta(days=1))])


@pytest.fixture
def deputy(board):
    stand_in()


PATHS = {
    "draft": (),
    "submitted": ("submit",),
    "returned": ("submit", "return"),
    "scheduled": ("schedule",),
    "published": ("publish",),
    "withdrawn": ("publish", "withdraw"),
}
