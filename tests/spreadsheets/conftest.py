"""Tables made on the spot, of schools with five columns."""

from eduportal.spreadsheets import Columns
from eduportal.spreadsheets import read
import pytest

SCHOOLS = Columns(
    names=("id", "name", "tier", "parent", "phone"),
    required=("id", "name", "tier"),
    record=("trường", "school"),
    headings={"id": ["Mã"], "name": ["Tên", "Tên trường"], "tier": ["Loại"]},
    titles_vi={"parent": "Cấp trên"},
    titles_en={"parent": "Above"},
    most_rows=100,
)


@pytest.fixture
def schools():
    return SCHOOLS


@pytest.fixture
def read_schools():
    """The table in some bytes."""

    def run(content, filename="schools.xlsx"):
        return read(content, SCHOOLS, filename)

    return run


@pytest.fixture
def csv_of():
    """Bytes of a CSV file with the given lines."""

    def make(lines, encoding="utf-8", separator=","):
        return "\r\n".join(separator.join(line) for line in lines).encode(encoding)

    return make
