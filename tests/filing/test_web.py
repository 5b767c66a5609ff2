"""The upload page, met over HTTP by people with their own rights."""

from eduportal import sections
from eduportal.filing import read
from eduportal.filing.web.page import DONE_WORDS
from lxml import html
from plone import api
from tests.filing.conftest import HEADER
from zope.i18n import translate
import io
import openpyxl
import pytest
import re
import requests
import stat
import transaction
import zipfile

PASSWORD = "mat-khau-dai-cua-nguoi-thu"
PEOPLE = {
    "contributor": "contributors",
    "editor": "editors",
    "colleague": "editors",
    "chief": "chief-editors",
}
ROW = ("12/QĐ-HS", "05/09/2019", "Quyết định", "Trường Tiểu học Hoa Sen", "Về việc mật")
SCAN = b"%PDF-1.4 scan"


class Desk:
    """The register's import page as its people use it: forms are filled in as a browser does."""

    def __init__(self, portal, base, var):
        self.portal = portal
        self.var = var
        path = "/".join(sections.find("document-register").getPhysicalPath())
        self.url = f"{base}{path}/@@file-documents"

    def session(self, person):
        session = requests.Session()
        if person:
            session.auth = (person, PASSWORD)
        return session

    def get(self, person, url=None, **parameters):
        return self.session(person).get(url or self.url, params=parameters, allow_redirects=False)

    def form(self, person, url=None, button="upload"):
        page = html.fromstring(self.get(person, url).content)
        page.make_links_absolute(url or self.url)
        return next(form for form in page.forms if form.xpath(f".//button[@name='{button}']"))

    def upload(self, person, table, archive=None, **values):
        """The page that the upload leads to."""
        form = self.form(person)
        data = dict(form.form_values()) | {"upload": "1"} | values
        files = {"table": ("van-ban.xlsx", table)}
        if archive is not None:
            files["archive"] = ("tep.zip", archive)
        return self.session(person).post(form.action, data=data, files=files)

    def press(self, person, url, button):
        form = self.form(person, url, button)
        return self.session(person).post(form.action, data=dict(form.form_values()) | {button: "1"})

    def documents(self):
        transaction.begin()
        brains = self.portal.portal_catalog.unrestrictedSearchResults(
            portal_type="OfficialDocument"
        )
        return {brain.edu_number: (brain.review_state, brain.Creator) for brain in brains}


@pytest.fixture
def desk(http, tmp_path, monkeypatch):
    monkeypatch.setenv("VAR", str(tmp_path))
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return Desk(http["portal"], f"http://{http['host']}:{http['port']}", tmp_path)


@pytest.fixture
def packed():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("quet/QĐ 12.pdf", SCAN)
    return stream.getvalue()


def text_of(page):
    return re.sub(r"\s+", " ", html.fromstring(page.content).find(".//main").text_content()).strip()


def test_an_upload_is_previewed_then_filed_and_its_files_are_removed(desk, xlsx_of, packed):
    table = xlsx_of([(*ROW, "qd 12.pdf"), (*ROW[:2], "Không có", *ROW[3:])], (*HEADER, "Tệp"))
    preview = desk.upload("editor", table, packed)

    assert "job=" in preview.url
    assert desk.documents() == {}
    assert "12/QĐ-HS" in text_of(preview)
    assert "3 12/QĐ-HS Về việc mật" in text_of(preview)
    assert 'Cột Loại văn bản: "Không có" không có trong danh mục' in text_of(preview)
    [folder] = (desk.var / "filing" / "plone").iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700

    done = desk.press("editor", preview.url, "start")

    assert desk.documents() == {"12/QĐ-HS": ("draft", "editor")}
    record = sections.find("document-register")["12-qd-hs"]
    assert [(one.id, one.file.data) for one in record.objectValues()] == [("qd-12.pdf", SCAN)]
    assert record.absolute_url_path() in done.text
    assert sorted(path.name for path in folder.iterdir()) == [
        "ended",
        "facts.json",
        "preview.json",
        "progress.json",
        "report.json",
        "started",
    ]


def test_a_report_can_be_downloaded(desk, xlsx_of):
    preview = desk.upload("editor", xlsx_of([ROW, ("", "31/02/2020", "", "", "+ phụ lục")]))
    desk.press("editor", preview.url, "start")

    answer = desk.get("editor", preview.url, download="xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    rows = [[cell.value for cell in row] for row in book.active.iter_rows(min_row=2)]
    words = [translate(DONE_WORDS[done], target_language="vi") for done in ("new", "error")]
    assert [(row[1], row[3], row[4]) for row in rows] == [
        ("2", "Về việc mật", words[0]),
        ("3", "+ phụ lục", words[1]),
    ]
    assert "'+ phụ lục" in desk.get("editor", preview.url, download="csv").content.decode(
        "utf-8-sig"
    )


def test_a_job_is_its_uploaders_alone(desk, xlsx_of):
    preview = desk.upload("editor", xlsx_of([ROW]))

    for person in ("colleague", "chief", "contributor"):
        answer = desk.get(person, preview.url)
        assert (answer.status_code, "Về việc mật" in answer.text) == (404, False)
        answer = desk.get(person, preview.url, download="csv")
        assert (answer.status_code, "Về việc mật" in answer.text) == (404, False)
    answer = desk.get(None, preview.url)
    assert answer.status_code in (302, 401)
    assert "Về việc mật" not in answer.text
    assert desk.get(None).status_code in (302, 401)
    assert desk.get("editor", job="../../x").status_code == 404


def test_a_form_without_its_token_does_nothing(desk, xlsx_of):
    files = {"table": ("van-ban.xlsx", xlsx_of([ROW]))}
    answer = desk.session("editor").post(desk.url, data={"upload": "1"}, files=files)
    assert answer.status_code == 403
    assert not (desk.var / "filing").exists()

    preview = desk.upload("editor", xlsx_of([ROW]))
    answer = desk.session("editor").post(preview.url, data={"start": "1"})
    assert answer.status_code == 403
    assert desk.documents() == {}


@pytest.mark.parametrize(
    ("person", "asked", "state"),
    [
        ("editor", "published", "draft"),
        ("editor", "submitted", "submitted"),
        ("chief", "published", "published"),
        ("contributor", "published", "draft"),
    ],
)
def test_nobody_publishes_by_import_who_may_not_by_hand(desk, xlsx_of, person, asked, state):
    preview = desk.upload(person, xlsx_of([ROW]), state=asked)
    desk.press(person, preview.url, "start")
    assert desk.documents() == {"12/QĐ-HS": (state, person)}


def test_a_rows_own_state_gives_no_rights_either(desk, xlsx_of):
    table = xlsx_of([(*ROW, "Đã đăng")], (*HEADER, "Trạng thái đăng"))
    preview = desk.upload("editor", table)
    done = desk.press("editor", preview.url, "start")
    assert desk.documents() == {"12/QĐ-HS": ("draft", "editor")}
    assert "không đưa được văn bản vào trạng thái Đã đăng: ông/bà không có quyền" in text_of(done)


def test_a_published_document_is_not_changed_by_who_may_not_edit_it(desk, xlsx_of):
    preview = desk.upload("chief", xlsx_of([ROW]), state="published")
    desk.press("chief", preview.url, "start")

    table = xlsx_of([(*ROW[:4], "Về việc khác")])
    preview = desk.upload("editor", table, update="1")
    assert "ông/bà không có quyền sửa" in text_of(preview)
    preview = desk.upload("chief", table, update="1")
    desk.press("chief", preview.url, "start")
    transaction.begin()
    assert sections.find("document-register")["12-qd-hs"].title == "Về việc khác"


def test_a_discarded_upload_is_gone(desk, xlsx_of):
    preview = desk.upload("editor", xlsx_of([ROW]))
    desk.press("editor", preview.url, "discard")
    assert list((desk.var / "filing" / "plone").iterdir()) == []


def test_what_is_no_table_or_no_zip_is_said(desk, xlsx_of):
    assert "tệp ZIP bị hỏng" in text_of(desk.upload("editor", xlsx_of([ROW]), b"nothing"))
    assert "tệp bị hỏng hoặc không phải là bảng tính" in text_of(desk.upload("editor", b"nothing"))


def test_the_menu_of_what_can_be_added_leads_to_the_page(desk):
    address = desk.url.replace("@@file-documents", "")
    page = html.fromstring(desk.get("editor", address).content)
    links = [link.get("href") for link in page.iter("a")]
    assert desk.url in links


def test_the_template_is_read_back_without_its_example(desk):
    answer = desk.get("editor", desk.url + "-template.xlsx")
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")
    table = read(answer.content, "mau.xlsx")
    assert [problem.vi for problem in table.problems] == []
    assert [row["number"] for row in table.rows] == ["37/2020/TT-BGDĐT"]
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        ("Văn bản", "visible"),
        ("Danh mục", "hidden"),
        ("Hướng dẫn", "visible"),
    ]
