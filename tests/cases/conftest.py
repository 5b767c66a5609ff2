"""Cases of a service; over real HTTP with people of every role."""

from collections.abc import Iterator
from datetime import date
from eduportal import cases
from eduportal.cases.guard import asked
from eduportal.cases.officers import HANDLER
from eduportal.sections import find
from eduportal.testing import SCHOOL_HTTP
from eduportal.uploads import Upload
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from pytest_plone import fixtures_factory
import pytest
import requests
import transaction

PASSWORD = "mat-khau-dai-cua-nguoi-thu"
PEOPLE = {
    "officer": "case-officers",
    "cashier": "cashiers",
    "contributor": "contributors",
    "editor": "editors",
    "reviewer": "chief-editors",
    "administrator": "administrators",
    "outsider": "",
}
APPLICANT = cases.Applicant(
    "Nguyễn Thị Đào", "0912 345 678", "dao.nguyen@example.org", date(2019, 5, 31)
)
TOKEN = "a-page-that-was-shown"

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))


def new_service(name="chuyen-truong", title="Chuyển trường", **fields):
    """An online service of the school, with a term of five working days."""
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            find("service-catalogue", "vi"), "Service", name, title=title, days=5, **fields
        )
        if api.content.get_state(made) != "published":
            api.content.transition(made, "publish")
    return made


def open_case(of, token=TOKEN, applicant=APPLICANT, waiting=False, language="vi"):
    """A case and whether it is new, as the form's action would open it."""
    return cases.receive(
        of,
        token=token,
        form=of,
        language=language,
        entries=[
            cases.Entry("applicant_name", "Họ và tên", "text", applicant.name),
            cases.Entry("pupil_name", "Họ và tên học sinh", "text", "Trần Bé Mẫu"),
            cases.Entry("address", "Nơi ở hiện nay", "text", "12 ngõ Hoa Giấy"),
            cases.Entry("scan", "Giấy khai sinh", "file", "khai-sinh-be-mau.pdf"),
        ],
        uploads=[Upload("scan", "khai-sinh-be-mau.pdf", "application/pdf", b"%PDF-1.7 a scan")],
        applicant=applicant,
        waiting=waiting,
    )


@pytest.fixture
def service(portal):
    return new_service()


@pytest.fixture
def officer(portal):
    """Work as an officer of all services."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="officer", email="officer@mau.vn", password=PASSWORD)
        api.group.add_user(groupname="case-officers", username="officer")
    with api.env.adopt_user(username="officer"):
        yield "officer"


class Site:
    """The portal as its visitors and its people meet it."""

    def __init__(self, layer):
        self.portal = layer["portal"]
        self.url = f"http://{layer['host']}:{layer['port']}/{self.portal.getId()}"
        self.session = requests.Session()

    def get(self, path, person="", **more):
        auth = (person, PASSWORD) if person in PEOPLE else None
        if person == "manager":
            auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        return requests.get(f"{self.url}/{path}", auth=auth, allow_redirects=False, **more)

    def rest(self, json, language="vi", **more):
        headers = {"Accept": "application/json"}
        address = f"{self.url}/{language}/@case-status"
        return requests.post(address, json=json, headers=headers, **more)

    def status(self, code, factor, language="vi"):
        """Fill in the status page; the answer."""
        return self.session.post(self.status_page(language), {"code": code, "factor": factor})

    def status_page(self, language="vi"):
        path = find("case-status", language).getPhysicalPath()[2:]
        return f"{self.url}/{'/'.join(path)}"

    def again(self, answer, do, files=None, **values):
        """Send the form with the button ``do`` of a status page."""
        (form,) = html.fromstring(answer.content).xpath(f"//form[.//button[@value='{do}']]")
        data = dict(form.form_values()) | values
        data.pop("files", None)
        (button,) = form.xpath(f".//button[@value='{do}']")
        data[button.get("name")] = do
        return self.session.post(form.get("action"), data=data, files=files)

    def case(self, number):
        transaction.begin()
        return cases.by_number(self.portal, number)


@pytest.fixture
def site(http) -> Iterator[Site]:
    asked.clear()
    yield Site(http)
    asked.clear()


@pytest.fixture
def people(site):
    """One account of every group, and one of none."""
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            if group:
                api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return PEOPLE


@pytest.fixture
def case(site):
    """A case that has come in over the web."""
    made, _new = open_case(new_service())
    transaction.commit()
    return made


@pytest.fixture
def step(site, case):
    """Take an officer's step with the case, and store it."""

    def take(transition, message="", files=()):
        present = site.case(case.number)
        with api.env.adopt_roles([HANDLER]):
            cases.step(present, transition, actor="officer", message=message, files=files)
        transaction.commit()

    return take


def words(answer, selector="main, #content"):
    """The text of a page's content, in single spaces."""
    found = html.fromstring(answer.content).cssselect(selector)
    return " ".join(" ".join(found[0].itertext()).split())
