"""The command on a real instance: in, out, in elsewhere, out: the same. And the background run."""

from lxml import html
from tests.district import PASSWORD
from tests.district import District
from tests.filing.test_exporting import cells
from tests.filing.test_exporting import tree
import openpyxl
import pytest
import requests
import shutil
import time

HEADER = ("Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Cơ quan ban hành", "Trích yếu", "Tệp")
MOST_SECONDS = 120


@pytest.fixture
def copy(district, tmp_path):
    """A copy of the running district's data, for a test that changes it."""
    made = District(tmp_path / "copy")
    shutil.copytree(district.var, made.var, ignore=shutil.ignore_patterns("run", "*.lock"))
    return made


@pytest.fixture
def office(tmp_path):
    """A folder with a table of 30 documents and their scans."""
    folder = tmp_path / "office"
    (folder / "scans").mkdir(parents=True)
    book = openpyxl.Workbook()
    book.active.append(HEADER)
    for number in range(30):
        name = f"QĐ {number}.pdf"
        (folder / "scans" / name).write_bytes(b"%%PDF-1.4 %d" % number)
        row = (
            f"{number}/QĐ-SGDĐT",
            f"{number % 28 + 1}/01/2019",
            "QĐ",
            "Bộ Nội vụ",
            "Về việc",
            name,
        )
        book.active.append(row)
    book.save(folder / "van-ban.xlsx")
    return folder


def test_what_one_unit_exports_another_imports(copy, office):
    def report(unit, table, files, *more):
        return copy.json(
            *("documents", "import", str(office / table), "--unit", unit),
            *("--files", str(office / files), *more),
        )

    def export(unit, name):
        done = copy.command(
            *("documents", "export", "--unit", unit, "--to", str(office / f"{name}.xlsx")),
            *("--files", str(office / name)),
        )
        assert done.returncode == 0, done.stderr
        return cells((office / f"{name}.xlsx").read_bytes()), tree(office / name)

    assert report("so-mau", "van-ban.xlsx", "scans", "--state", "published")["counts"]["new"] == 30
    first = export("so-mau", "first")
    assert report("hoa-sen", "first.xlsx", "first")["counts"]["new"] == 30
    assert export("hoa-sen", "second") == first
    assert len(first[1]) == 30


def test_a_bad_row_and_an_unknown_unit_are_said(copy, office):
    book = openpyxl.load_workbook(office / "van-ban.xlsx")
    book.active["B3"] = "31/02/2019"
    book.save(office / "bad.xlsx")
    arguments = ("documents", "import", str(office / "bad.xlsx"), "--dry-run")
    done = copy.command(*arguments, "--unit", "so-mau")
    assert done.returncode == 1
    assert '! Trang "Sheet", dòng 3, cột Ngày ban hành: "31/02/2019"' in done.stderr
    assert "29  new" in done.stdout
    done = copy.command(*arguments, "--unit", "no-such-unit")
    assert (done.returncode, "no-such-unit" in done.stderr) == (1, True)


def test_a_large_upload_is_filed_in_the_background_as_its_sender(copy, office):
    shutil.make_archive(str(office / "tep"), "zip", office / "scans")
    copy.start()
    try:
        session = requests.Session()
        session.auth = ("admin", PASSWORD)
        sections = session.get(
            f"{copy.url}/so-mau/@search?edu_section=document-register&Language=vi",
            headers={"Accept": "application/json"},
        ).json()["items"]
        desk = f"{sections[0]['@id']}/@@file-documents"

        def form(address, button):
            page = html.fromstring(session.get(address).content)
            page.make_links_absolute(address)
            return next(one for one in page.forms if one.xpath(f".//button[@name='{button}']"))

        upload = form(desk, "upload")
        files = {
            "table": ("van-ban.xlsx", (office / "van-ban.xlsx").read_bytes()),
            "archive": ("tep.zip", (office / "tep.zip").read_bytes()),
        }
        preview = session.post(
            upload.action, data=dict(upload.form_values()) | {"upload": "1"}, files=files
        )
        start = form(preview.url, "start")
        session.post(start.action, data=dict(start.form_values()) | {"start": "1"})
        deadline = time.monotonic() + MOST_SECONDS
        while "download=xlsx" not in session.get(preview.url).text:
            assert time.monotonic() < deadline, session.get(preview.url).text
            time.sleep(1)
        found = session.get(
            f"{copy.url}/so-mau/@search?portal_type=OfficialDocument&metadata_fields=Creator",
            headers={"Accept": "application/json"},
        ).json()
        assert (found["items_total"], {one["Creator"] for one in found["items"]}) == (30, {"admin"})
        [job] = (copy.var / "filing" / "so-mau").iterdir()
        assert not (job / "table.xlsx").exists()
        assert not (job / "files.zip").exists()
    finally:
        assert copy.stop() == 0
