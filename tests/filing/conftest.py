"""Tables of documents made on the spot, and a folder of scans beside them."""

from eduportal.filing import Folder
from eduportal.filing import Options
from eduportal.filing import import_table
from eduportal.filing import read
from eduportal.testing import SCHOOL_HTTP
from plone import api
from pytest_plone import fixtures_factory
import io
import openpyxl
import pytest

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

HEADER = ("Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Cơ quan ban hành", "Trích yếu")


@pytest.fixture
def xlsx_of():
    """Bytes of a workbook with one sheet: a heading row and rows of values."""

    def make(rows, header=HEADER):
        book = openpyxl.Workbook()
        for line in (header, *rows):
            book.active.append(line)
        for row in book.active.iter_rows():
            for cell in row:
                # typed in a column of text, so "=…" is no formula
                cell.data_type = "s" if cell.data_type == "f" else cell.data_type
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    return make


@pytest.fixture
def scans(tmp_path):
    """A folder; called with names and contents it puts the files there."""
    folder = tmp_path / "scans"
    folder.mkdir()

    def put(**named):
        for name, content in named.items():
            write(folder, name, content)
        return folder

    def write(folder, name, content):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    put.write = lambda name, content: write(folder, name, content)
    put.folder = folder
    return put


@pytest.fixture
def file_rows(portal, xlsx_of, scans):
    """Import rows into the portal without committing; the report."""

    def run(rows, header=HEADER, **options):
        table = read(xlsx_of(rows, header), "van-ban.xlsx")
        with api.env.adopt_roles(["Manager"]):
            return import_table(
                portal, table, Folder(scans.folder), Options(**options), commit=lambda: None
            )

    return run


@pytest.fixture
def filed(portal):
    """The documents of the portal by their numbers."""

    def records():
        brains = portal.portal_catalog.unrestrictedSearchResults(portal_type="OfficialDocument")
        return {brain.edu_number: brain._unrestrictedGetObject() for brain in brains}

    return records
