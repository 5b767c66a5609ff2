"""A school office with cases, behind a real HTTP server."""

from bs4 import BeautifulSoup
from datetime import date
from eduportal import cases
from eduportal import sections
from plone import api
from tests.audit.conftest import journal
from tests.editorial.conftest import PASSWORD
import hashlib
import pytest
import requests
import secrets
import transaction

__all__ = ["journal"]

OFFICERS = {"lan": "Nguyễn Thị Lan", "minh": "Trần Văn Minh"}


class School:
    """A portal with two services, each with its officers, and what people sent in."""

    def __init__(self, portal, base: str) -> None:
        self.portal = portal
        self.url = f"{base}/{portal.getId()}/vi"
        self.services = {}

    def service(self, name: str, **fields):
        with api.env.adopt_roles(["Manager"]):
            made = api.content.create(
                sections.find("service-catalogue"), "Service", name, title=fields.pop("title", name)
            )
            for key, value in fields.items():
                setattr(made, key, value)
            self.services[name] = made
        return made

    def apply(
        self, service: str, name="Nguyễn Thị Đào", opened=None, files=(), waiting=False, **entries
    ):
        """Open a case as a form would."""
        case, _new = cases.receive(
            self.services[service],
            token=secrets.token_hex(8),
            form=self.services[service],
            language="vi",
            entries=[
                cases.Entry("applicant_name", "Họ và tên", "text", name),
                *(cases.Entry(key, key, "text", value) for key, value in entries.items()),
            ],
            uploads=[upload(data) for data in files],
            applicant=cases.Applicant(name, "0912 345 678", "dao@example.org", date(1990, 5, 31)),
            waiting=waiting,
        )
        if opened is not None:
            case.opened = opened
            case.indexObject()
        return case

    def ask(self, who: str, path: str = "", method: str = "GET", **more):
        transaction.commit()
        auth = (who, PASSWORD) if who else None
        answer = requests.request(
            method, f"{self.url}/{path}", auth=auth, allow_redirects=False, timeout=60, **more
        )
        transaction.begin()
        return answer

    def page(self, who: str, path: str = "@@cases", **more) -> BeautifulSoup:
        answer = self.ask(who, path, **more)
        assert answer.status_code == 200, answer.text[:2000]
        return BeautifulSoup(answer.text, "html.parser")

    def send(self, who: str, path: str, page: BeautifulSoup, form: str, **fields):
        """Send the form of ``page`` that the selector names, with its hidden fields."""
        element = page.select_one(form)
        data = {one["name"]: one.get("value", "") for one in element.select("input[type=hidden]")}
        files = fields.pop("files", None)
        return self.ask(who, path, "POST", data={**data, **fields}, files=files)


def upload(data: bytes) -> cases.Upload:
    return cases.Upload(
        "birth", "giay-khai-sinh.pdf", "application/pdf", data, hashlib.sha256(data).hexdigest()
    )


def words(element) -> str:
    return " ".join(element.get_text(" ").split())


@pytest.fixture
def school(http) -> School:
    """Lan and Minh are officers of the school, Hoa of the service "hoc-bong" alone."""
    made = School(http["portal"], f"http://{http['host']}:{http['port']}")
    with api.env.adopt_roles(["Manager"]):
        for login, name in {**OFFICERS, "hoa": "Lê Thị Hoa", "khach": "Người ngoài"}.items():
            api.user.create(
                username=login,
                email=f"{login}@mau.vn",
                password=PASSWORD,
                properties={"fullname": name},
            )
        for login in OFFICERS:
            api.group.add_user(groupname="case-officers", username=login)
    made.service("chuyen-truong", title="Chuyển trường", days=5)
    made.service("hoc-bong", title="Học bổng", officers=("hoa",))
    transaction.commit()
    return made
