"""A grade-1 season of a school with four applications, behind a real HTTP server."""

from bs4 import BeautifulSoup
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import cases
from eduportal import sections
from eduportal.admissions.deciding import set_hour
from eduportal.cases.guard import asked
from io import BytesIO
from openpyxl import load_workbook
from plone import api
from tests.editorial.conftest import PASSWORD
import pytest
import requests
import transaction

PUPILS = (
    ("Nguyễn Thị Bình An", date(2020, 1, 5), "0912 345 671"),
    ("Trần Văn Cường", date(2020, 2, 6), "0912 345 672"),
    ("Lê Đào", date(2020, 3, 7), "0912 345 673"),
    ("Phạm Gia Hân", date(2020, 4, 8), "0912 345 674"),
)
NAMES = [name for name, _born, _phone in PUPILS]


class School:
    """The season, its service and cases; ``ask`` and ``send`` are what people do in a browser."""

    def __init__(self, portal, base: str) -> None:
        self.portal = portal
        self.url = f"{base}/{portal.getId()}"
        self.session = requests.Session()

    def ask(self, who: str, path: str, method: str = "GET", **more):
        transaction.commit()
        auth = (who, PASSWORD) if who else None
        url = path if path.startswith("http") else f"{self.url}/{path}"
        answer = requests.request(method, url, auth=auth, allow_redirects=False, **more)
        transaction.begin()
        return answer

    def officers(self, who: str = "lan", language: str = "en", query: str = "", **more):
        path = f"{language}/@@applicants?season={self.season.UID()}{query}"
        return self.ask(who, path, **more)

    def press(self, page, button: str, who: str = "lan", files=None, **fields):
        """Send the form of an officers' page that has the button of that name."""
        soup = BeautifulSoup(page.text, "html.parser")
        form = soup.select_one(f"button[name={button}]").find_parent("form")
        data = {one["name"]: one.get("value", "") for one in form.select("input[type=hidden]")}
        data |= {button: "1", **fields}
        return self.ask(who, form["action"], "POST", data=data, files=files)

    def publish(self, hours: float, until: date | None = None):
        """Results become public so many hours from now (negative: before now)."""
        set_hour(self.season, datetime.now(UTC) + timedelta(hours=hours), until)

    def lookup(self, which: str, factor: str, language: str = "en", **more):
        path = f"{language}/@@admission-result?season={self.season.UID()}"
        return self.ask("", path, "POST", data={"which": which, "factor": factor}, **more)


@pytest.fixture
def school(http) -> School:
    """Lan is an officer of the school; Hoa of another service alone."""
    asked.clear()
    made = School(http["portal"], f"http://{http['host']}:{http['port']}")
    with api.env.adopt_roles(["Manager"]):
        for login in ("lan", "hoa", "editor"):
            api.user.create(username=login, email=f"{login}@mau.vn", password=PASSWORD)
        api.group.add_user(groupname="case-officers", username="lan")
        api.group.add_user(groupname="editors", username="editor")
        place = sections.find("admission-information")
        made.season = api.content.create(
            place,
            "AdmissionSeason",
            "lop-1",
            title="Tuyển sinh lớp 1",
            title_en="Admission to grade 1",
            grade="grade1",
            school_year="2026-2027",
            quota=2,
            contact="Văn thư, 0200 000 0001",
        )
        catalogue = sections.find("service-catalogue")
        made.service = api.content.create(
            catalogue, "Service", "dang-ky-lop-1", title="Đăng ký lớp 1", days=20
        )
        made.other = api.content.create(catalogue, "Service", "khac", title="Khác")
        made.service.season = made.season.UID()
        made.other.officers = ("hoa",)
        for one in (made.season, made.service, made.other):
            if api.content.get_state(one) != "published":
                api.content.transition(one, "publish")
            one.reindexObject()
    made.cases = [opened(made.service, *pupil) for pupil in PUPILS]
    made.stranger = opened(made.other, "Vũ Người Lạ", date(2020, 5, 9), "0912 345 675")
    transaction.commit()
    yield made
    asked.clear()


def opened(service, name: str, born: date, phone: str):
    case, _new = cases.receive(
        service,
        token=f"page-{name}",
        form=service,
        language="vi",
        entries=[
            cases.Entry("pupil_name", "Họ và tên học sinh", "text", name),
            cases.Entry("birth_date", "Ngày sinh", "date", born),
            cases.Entry("gender", "Giới tính", "choice", "Nữ"),
            cases.Entry("applicant_name", "Họ và tên", "text", "Hoàng Phụ Huynh"),
            cases.Entry("relation", "Quan hệ", "choice", "Mẹ"),
        ],
        uploads=[],
        applicant=cases.Applicant("Hoàng Phụ Huynh", phone, "", born),
    )
    return case


def sheet(content: bytes) -> list[list]:
    """The first sheet of a workbook, row by row."""
    book = load_workbook(BytesIO(content))
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def words(answer, selector: str = "main") -> str:
    found = BeautifulSoup(answer.text, "html.parser").select_one(selector)
    return " ".join(found.get_text(" ").split())
