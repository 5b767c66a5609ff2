"""A school's online services behind a real HTTP server, filled in as a browser does."""

from eduportal import cases
from eduportal import online_services
from eduportal.online_services import guard
from eduportal.testing import SCHOOL_HTTP
from io import BytesIO
from lxml import html
from PIL import Image
from plone import api
from pytest_plone import fixtures_factory
import pytest
import requests
import transaction

PASSWORD = "mat-khau-dai-cua-nguoi-thu"
PEOPLE = {
    "contributor": "contributors",
    "editor": "editors",
    "chief": "chief-editors",
    "administrator": "administrators",
}
globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))


def picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (600, 800), "white").save(stream, "JPEG")
    return stream.getvalue()


CHILD = {
    "pupil_name": "Nguyễn Thị Bé Bí Mật",
    "birth_date": "2020-05-31",
    "gender": "nu",
    "personal_id": "001320012345",
    "ethnic_group": "Kinh",
    "birth_place": "Phường Mẫu, tỉnh Mẫu",
    "province": "Tỉnh Mẫu",
    "commune": "Phường Mẫu",
    "address": "Số 1 đường Mẫu",
    "residence": "thuong-tru",
    "applicant_name": "Trần Văn Phụ Huynh",
    "relation": "cha",
    "phone": "0912 345 678",
    "consent": "selected",
}


class Page:
    """A form's page as a browser has it before it."""

    def __init__(self, answer: requests.Response) -> None:
        self.answer = answer
        self.status = answer.status_code
        self.tree = html.fromstring(answer.content or b"<p></p>")
        found = [form for form in self.tree.forms if form.get("id") == "service-form"]
        self.form = found[0] if found else None

    def words(self, selector: str) -> str:
        (found,) = self.tree.cssselect(selector)
        return " ".join(found.text_content().split())

    def data(self, drop=(), **values) -> list[tuple[str, str]]:
        """The fields as they would be sent, with ``values`` typed in."""
        typed = {}
        for name, value in values.items():
            key = f"form.widgets.{name}"
            typed[f"{key}:list" if f"{key}:list" in self.form.fields else key] = value
        kept = [
            (name, value)
            for name, value in self.form.form_values()
            if name not in typed and name not in drop
        ]
        return [*kept, *typed.items(), ("form.buttons.submit", "1")]


class School:
    """The portal as parents reach it."""

    def __init__(self, portal, base: str) -> None:
        self.portal = portal
        self.url = f"{base}/{portal.getId()}"

    def address(self, content) -> str:
        return f"{self.url}/{'/'.join(content.getPhysicalPath()[2:])}"

    def open(self, content, person: str = "") -> Page:
        auth = (person, PASSWORD) if person else None
        return Page(requests.get(self.address(content), auth=auth, allow_redirects=False))

    def get(self, address: str, auth=None) -> Page:
        return Page(requests.get(address, auth=auth))

    def send(self, page: Page, drop=(), files=None, person: str = "", **values) -> Page:
        """Press the button."""
        files = {"birth_certificate": ("khai sinh.jpg", picture())} if files is None else files
        sent = [(f"form.widgets.{name}", file) for name, file in files.items()]
        return Page(
            requests.post(
                page.form.get("action"),
                data=page.data(drop, **values),
                # a browser sends an empty part where no file was chosen
                files=sent or {"nothing": ("", b"")},
                auth=(person, PASSWORD) if person else None,
                allow_redirects=False,
            )
        )

    def rows(self):
        transaction.begin()
        return list(cases.rows(self.portal))


@pytest.fixture
def school(http):
    guard.posts.clear()
    guard.tries.clear()
    guard.bulk.clear()
    portal = http["portal"]
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return School(portal, f"http://{http['host']}:{http['port']}")


@pytest.fixture
def offered(school):
    """``offered(id, **values)``: a ready-made service, published."""

    def make(ready: str = "grade-1", publish: bool = True, **values):
        with api.env.adopt_roles(["Manager"]):
            service = online_services.add(online_services.ready_services()[ready], **values)
            if publish:
                api.content.transition(service, "publish")
        transaction.commit()
        return service

    return make


@pytest.fixture
def child():
    return dict(CHILD)
