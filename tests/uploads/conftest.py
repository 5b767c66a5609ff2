"""A school with an online service behind a real HTTP server."""

from dataclasses import dataclass
from eduportal import cases
from eduportal import online_services
from eduportal.online_services import guard
from eduportal.testing import SCHOOL_HTTP
from lxml import html
from plone import api
from pytest_plone import fixtures_factory
from tests.uploads import files
from tests.uploads import scanner
from tests.uploads import wire
import pytest
import requests
import transaction

CHILD = {
    "pupil_name": "Nguyễn Thị Bé",
    "birth_date": "2020-05-31",
    "gender": "nu",
    "personal_id": "001320012345",
    "ethnic_group": "Kinh",
    "birth_place": "Phường Mẫu",
    "province": "Tỉnh Mẫu",
    "commune": "Phường Mẫu",
    "address": "Số 1",
    "residence": "thuong-tru",
    "applicant_name": "Trần Văn Phụ Huynh",
    "relation": "cha",
    "phone": "0912 345 678",
    "consent": "selected",
}
PAPER = "form.widgets.birth_certificate"

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))


@dataclass
class Offered:
    """The form of a service, open to everybody."""

    portal: object
    portal_url: str
    url: str

    def fields(self) -> list[tuple[str, str]]:
        """All pairs that a browser sends with the page as it is now, filled in."""
        tree = html.fromstring(requests.get(self.url).content)
        (form,) = [one for one in tree.forms if one.get("id") == "service-form"]
        typed = {}
        for name, value in CHILD.items():
            key = f"form.widgets.{name}"
            typed[f"{key}:list" if f"{key}:list" in form.fields else key] = value
        kept = [(name, value) for name, value in form.form_values() if name not in typed]
        return [*kept, *typed.items(), ("form.buttons.submit", "1")]

    def token(self) -> str:
        return dict(self.fields())["token"]

    def send(self, *parts: bytes) -> wire.Answer:
        """The form, filled in, with these files."""
        return wire.send(self.url, wire.multipart(self.fields(), *parts))

    def cases(self) -> list:
        transaction.begin()
        return [cases.by_number(self.portal, row.number) for row in cases.rows(self.portal)]


@pytest.fixture
def offered(http) -> Offered:
    guard.posts.clear()
    guard.tries.clear()
    guard.bulk.clear()
    portal = http["portal"]
    with api.env.adopt_roles(["Manager"]):
        service = online_services.add(online_services.ready_services()["grade-1"])
        service.extensions = ("pdf", "jpg", "png", "heic", "docx")
        api.content.transition(service, "publish")
    transaction.commit()
    portal_url = f"http://{http['host']}:{http['port']}/{portal.getId()}"
    path = "/".join(service["to-khai"].getPhysicalPath()[2:])
    return Offered(portal, portal_url, f"{portal_url}/{path}")


@pytest.fixture
def photo() -> bytes:
    """The part of a body with a picture of the birth certificate."""
    return wire.part(PAPER, files.photo(), "khai sinh.jpg")


@pytest.fixture
def clamd():
    """``with clamd() as server``: a scanner at ``server.address``."""
    return scanner.clamd
