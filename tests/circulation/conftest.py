"""An office's portal with units below it, behind a real HTTP server, and a queue of its own."""

from dataclasses import replace
from datetime import date
from eduportal import sections
from eduportal.federation.snapshots import FIELDS
from eduportal.federation.snapshots import KEY
from eduportal.mail import queue as mail_queue
from eduportal.testing import SCHOOL
from eduportal.testing import SCHOOL_HTTP
from eduportal.units import settings
from eduportal.units.model import Unit
from persistent.mapping import PersistentMapping
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from plone.protect.authenticator import createToken
from pytest_plone import fixtures_factory
import pytest
import requests
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

OFFICE = replace(
    SCHOOL,
    name="Sở Giáo dục và Đào tạo tỉnh Mẫu",
    tier="so",
    domain="tinhmau.edu.vn",
    email="vanthu@tinhmau.edu.vn",
)

# A commune with three schools, an upper secondary school and a centre right below the office.
BELOW = [
    ("xa-mau", "commune", "plone"),
    ("mam-non", "C0", "xa-mau"),
    ("tieu-hoc", "C1", "xa-mau"),
    ("lien-cap", "C12", "xa-mau"),
    ("thpt", "C3", "plone"),
    ("trung-tam", "TX", "plone"),
]


@pytest.fixture
def queue(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))
    return mail_queue.directory()


def neighbour(app, unit, **more):
    """What a portal beside this one would say of itself."""
    snapshot = {name: getattr(unit, name) for name in FIELDS}
    kept = getattr(app, KEY)
    kept[unit.id] = PersistentMapping(snapshot | {"closed": False, "updated": None} | more)


class Office:
    """The office as its editors and its visitors meet it."""

    def __init__(self, portal, base):
        self.portal = portal
        self.base = base
        self.url = f"{base}/{portal.getId()}"
        self.manager = requests.Session()
        self.manager.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    def file(self, number="12/CV-SGDĐT", published=False, **fields):
        """A document in the register."""
        fields = {"title": "Về việc khai giảng", "issued_on": date.today(), "kind": "Công văn"} | (
            fields
        )
        with api.env.adopt_roles(["Manager"]):
            made = createContentInContainer(
                sections.find("document-register"), "OfficialDocument", number=number, **fields
            )
            if published:
                api.content.transition(made, "publish")
        transaction.commit()
        return made

    def move(self, document, transition):
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(document, transition, comment="Lý do")
        transaction.commit()

    def set(self, name, value):
        api.portal.set_registry_record(f"eduportal.circulation.{name}", value)
        transaction.commit()

    def address(self, document):
        return self.base + "/".join(document.getPhysicalPath())

    def choose(self, document, *groups, session=None, token=True, **more):
        """What the panel's button sends."""
        data = {"groups:list": list(groups), **more}
        if token:
            data["_authenticator"] = self.token()
        session = session or self.manager
        answer = session.post(f"{self.address(document)}/@@circulate", data=data)
        transaction.begin()
        return answer

    def token(self):
        with api.env.adopt_user(SITE_OWNER_NAME):
            return createToken()


@pytest.fixture
def office(http, queue):
    portal = http["portal"]
    settings.store(OFFICE)
    for unit_id, tier, parent in BELOW:
        email = f"{unit_id}@tinhmau.edu.vn"
        unit = Unit(unit_id, unit_id, unit_id, tier, parent, f"{unit_id}.vn", email=email)
        neighbour(portal.aq_parent, unit)
    api.portal.set_registry_record("plone.email_from_address", OFFICE.email)
    api.portal.set_registry_record("plone.email_from_name", OFFICE.name)
    transaction.commit()
    return Office(portal, f"http://{http['host']}:{http['port']}")


def recipients(queue):
    return sorted(one for message in mail_queue.waiting(queue) for one in message.recipients)
