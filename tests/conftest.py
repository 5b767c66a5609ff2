"""Fixtures of the whole suite: ``portal`` is one school's portal, in process."""

from collections.abc import Iterator
from eduportal.testing import SCHOOL_FUNCTIONAL
from eduportal.testing import SCHOOL_HTTP
from eduportal.testing import SCHOOL_INTEGRATION
from pathlib import Path
from pytest_plone import fixtures_factory
from tests.district import District
import pytest

pytest_plugins = ["pytest_plone"]

globals().update(
    fixtures_factory(
        (
            (SCHOOL_FUNCTIONAL, "functional"),
            (SCHOOL_HTTP, "http"),
            (SCHOOL_INTEGRATION, "integration"),
        )
    )
)


UNITS = """\
id,name,name_en,tier,parent,domain,email_domain,address,phone,email,admin_name,admin_email,palette
so-mau,Sở Giáo dục và Đào tạo tỉnh Mẫu,Mau Department of Education,so,,tinhmau.edu.vn,tinhmau.edu.vn,Số 1 đường Mẫu,0200 000 0001,vanphong@tinhmau.edu.vn,Nguyễn Văn Mẫu,quantri@tinhmau.edu.vn,sky
xa-mau,Ủy ban nhân dân xã Mẫu,Mau Commune,commune,so-mau,xamau.tinhmau.gov.vn,xamau.tinhmau.gov.vn,Thôn Mẫu,0200 000 0002,vanhoa@xamau.tinhmau.gov.vn,Trần Thị Mẫu,quantri@xamau.tinhmau.gov.vn,teal
hoa-sen,Trường Tiểu học Hoa Sen,Hoa Sen Primary School,C1,xa-mau,c1hoasen.tinhmau.edu.vn,c1hoasen.tinhmau.edu.vn,Thôn Sen,0200 000 0003,vanthu@c1hoasen.tinhmau.edu.vn,Lê Thị Sen,quantri@c1hoasen.tinhmau.edu.vn,sky
"""


@pytest.fixture(scope="session")
def units_csv(tmp_path_factory) -> Path:
    """A spreadsheet of three units: a Sở, a commune below it, a primary school below that."""
    path = tmp_path_factory.mktemp("sheet") / "units.csv"
    path.write_text(UNITS)
    return path


@pytest.fixture(scope="session")
def district(tmp_path_factory, units_csv) -> Iterator[District]:
    """The three units' portals, running; tests that change a portal put it back."""
    made = District(tmp_path_factory.mktemp("district"))
    done = made.command("provision", str(units_csv))
    assert done.returncode == 0, done.stdout + done.stderr
    made.start()
    yield made
    assert made.stop() == 0
