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


@pytest.fixture(scope="session")
def units_csv() -> Path:
    """A spreadsheet of three units: a Sở, a commune below it, a primary school below that."""
    return Path(__file__).parent / "units.csv"


@pytest.fixture(scope="session")
def district(tmp_path_factory, units_csv) -> Iterator[District]:
    """The three units' portals, running; tests that change a portal put it back."""
    made = District(tmp_path_factory.mktemp("district"))
    done = made.command("provision", str(units_csv))
    assert done.returncode == 0, done.stdout + done.stderr
    made.start()
    yield made
    assert made.stop() == 0
