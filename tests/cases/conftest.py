"""Cases of a service, without the web: a case is opened as a form would open it."""

from datetime import date
from eduportal import cases
from plone import api
import hashlib
import pytest

TOKEN = "a-page-that-was-shown"


@pytest.fixture
def service(portal):
    """An online service of the school, with a term of five working days."""
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            portal["vi"]["dich-vu-cong"], "Service", "chuyen-truong", title="Chuyển trường"
        )
    made.days = 5
    return made


@pytest.fixture
def applicant():
    return cases.Applicant("Nguyễn Thị Đào", "0912 345 678", "dao@example.org", date(2019, 5, 31))


@pytest.fixture
def opened(service, applicant):
    """``opened(token)``: a case of the service and whether it is new."""

    def make(token=TOKEN, waiting=False, applicant=applicant, of=service):
        data = b"%PDF-1.7 a scan"
        return cases.receive(
            of,
            token=token,
            form=of,
            language="vi",
            entries=[
                cases.Entry("applicant_name", "Họ và tên", "text", applicant.name),
                cases.Entry("pupil_name", "Họ và tên học sinh", "text", "Trần Bé Mẫu"),
            ],
            uploads=[
                cases.Upload(
                    "scan", "giay-khai-sinh.pdf", "application/pdf", data,
                    hashlib.sha256(data).hexdigest(),
                )
            ],
            applicant=applicant,
            waiting=waiting,
        )

    return make
