"""A service with a fee, its cases, and a unit that has told where the fee is paid."""

from eduportal import cases
from eduportal import sections
from eduportal.interfaces import IEduportal
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.protect.authenticator import createToken
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import pytest
import requests
import transaction

PASSWORD = "mat khau dai cua nguoi thu"
SECRET = "mot-bi-mat-chi-de-thu"
FEE = 20_000
ACCOUNT = {
    "bank": "970436",
    "account": "0011 0012 34567",
    "holder": "TRUONG TIEU HOC HOA SEN",
    "counter": "Phòng Kế toán, giờ hành chính.",
}


def told_account() -> None:
    for name, value in ACCOUNT.items():
        api.portal.set_registry_record(f"eduportal.payments.{name}", value)


def service_with_fee(fee: int = FEE):
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            sections.find("service-catalogue"),
            "Service",
            "ban-sao",
            title="Cấp bản sao bằng tốt nghiệp",
        )
    made.fee = fee
    made.reindexObject()
    return made


def open_case(service, token="trang-mot", waiting=False):
    case, _new = cases.receive(
        service,
        token=token,
        form=service,
        language="vi",
        entries=[cases.Entry("applicant_name", "Họ và tên", "text", "Nguyễn Thị Đào")],
        uploads=[],
        applicant=cases.Applicant("Nguyễn Thị Đào", "0912345678", "dao@example.org", None),
        waiting=waiting,
    )
    return case


@pytest.fixture
def service(portal):
    told_account()
    return service_with_fee()


@pytest.fixture
def case(service):
    return open_case(service)


@pytest.fixture
def test_money(tmp_path, monkeypatch):
    """The instance's owner allows the test provider."""
    monkeypatch.setenv("VAR", str(tmp_path))
    (tmp_path / "payments.toml").write_text(f'[test]\nsecret = "{SECRET}"\n')


class Office:
    """The portal behind a real server, as cashiers, editors and visitors reach it."""

    def __init__(self, portal, base):
        self.portal = portal
        self.url = f"{base}/{portal.getId()}"
        self.service = service_with_fee()
        self.cases = [open_case(self.service, f"trang-{number}") for number in range(3)]

    def ask(self, person, method, path, **more):
        auth = (person, PASSWORD) if person else None
        if person == "manager":
            auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        more.setdefault("allow_redirects", False)
        return requests.request(method, f"{self.url}{path}", auth=auth, **more)

    def post(self, person, path="/vi/@@payments", **fields):
        with api.env.adopt_user(person):
            fields["_authenticator"] = createToken()
        return self.ask(person, "POST", path, data=fields)

    def case(self, place=0):
        """The case as it is stored now."""
        transaction.begin()
        return cases.by_number(self.portal, self.cases[place].number)


@pytest.fixture
def office(http):
    portal = http["portal"]
    setSite(portal)
    setRequest(http["request"])
    alsoProvides(http["request"], IEduportal)
    with api.env.adopt_roles(["Manager"]):
        for name, roles in {
            "thu.quy": ("Cashier",),
            "can.bo": ("Case Officer",),
            "quan.tri": ("Site Administrator",),
            "bien.tap": ("Contributor", "Editor", "Reviewer"),
        }.items():
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.user.grant_roles(username=name, roles=list(roles))
    told_account()
    made = Office(portal, f"http://{http['host']}:{http['port']}")
    transaction.commit()
    return made
