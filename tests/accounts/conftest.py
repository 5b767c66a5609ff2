"""A portal with its board behind a real HTTP server; attempts are counted in a fresh folder."""

from eduportal.accounts import totp
from eduportal.testing import SCHOOL_HTTP
from lxml import html
from plone import api
from pytest_plone import fixtures_factory
from zope.i18n import translate
import pytest
import requests
import time
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

PASSWORD = "mat khau dai cua nguoi thu"
BOARD = {"thuan": "editors", "binh": "chief-editors", "chi": "administrators"}


@pytest.fixture(autouse=True)
def var(tmp_path, monkeypatch):
    monkeypatch.setenv("VAR", str(tmp_path))
    return tmp_path


@pytest.fixture
def board(portal):
    recruit()
    return portal


def recruit():
    with api.env.adopt_roles(["Manager"]):
        for name, group in BOARD.items():
            properties = {"fullname": f"Nguyễn Thị {name.title()}"}
            api.user.create(
                username=name, email=f"{name}@mau.vn", password=PASSWORD, properties=properties
            )
            api.group.add_user(groupname=group, username=name)


class Door:
    """The portal's ways in, as people and programs meet them."""

    def __init__(self, portal, base):
        self.portal = portal
        self.url = f"{base}/{portal.getId()}"

    def form(self, session, login, password, page="login"):
        """The answer to the sign-in form, filled in as a person does."""
        data = self.fields(session.get(f"{self.url}/{page}").content, "__ac_name")
        data |= {"__ac_name": login, "__ac_password": password, "buttons.login": "1"}
        return session.post(f"{self.url}/{page}", data=data)

    def fields(self, page, name):
        forms = html.fromstring(page).xpath(f"//form[.//*[@name='{name}']]")
        return dict(forms[0].form_values())

    def enter(self, login, password=PASSWORD):
        session = requests.Session()
        self.form(session, login, password)
        return session

    def rest(self, login, password=PASSWORD, **more):
        return requests.post(
            f"{self.url}/@login",
            json={"login": login, "password": password, **more},
            headers={"Accept": "application/json"},
        )

    def basic(self, login, password=PASSWORD):
        """Who the portal takes a basic authentication for: status of a page for members."""
        return requests.get(
            f"{self.url}/@users/{login}",
            auth=(login, password),
            headers={"Accept": "application/json"},
            allow_redirects=False,
        )

    def is_in(self, session):
        page = session.get(f"{self.url}/@@personal-information", allow_redirects=False)
        return page.status_code == 200

    def change(self, **settings):
        for name, value in settings.items():
            api.portal.set_registry_record(f"eduportal.accounts.{name}", value)
        transaction.commit()

    def enrol(self, session):
        """Set a second factor up; the secret and the recovery codes."""
        address = f"{self.url}/@@second-factor-setup"
        page = session.get(address)
        data = self.fields(page.content, "sealed")
        secret = "".join(html.fromstring(page.content).xpath("//code/text()")[0].split())
        done = session.post(address, data=data | {"code": code(secret), "confirm": "1"})
        codes = html.fromstring(done.content).xpath("//ul[contains(@class,'font-monospace')]/li")
        return secret, [one.text for one in codes]


def told(message):
    """A sentence as the portal, whose pages are Vietnamese, shows it."""
    return translate(message, domain="eduportal", target_language="vi")


def code(secret, steps=0):
    """The code of now, or of so many steps later."""
    return totp.code(secret, int(time.time()) // totp.SECONDS + steps)


@pytest.fixture
def door(http):
    recruit()
    transaction.commit()
    return Door(http["portal"], f"http://{http['host']}:{http['port']}")
