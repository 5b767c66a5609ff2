"""A portal with a journal of its own, in process and behind a real HTTP server."""

from eduportal.audit import place
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.editorial.conftest import PASSWORD
from tests.editorial.conftest import Office
from tests.editorial.conftest import recruit
import json
import pytest
import transaction


def lines(unit="plone", stream="changes"):
    """Every line of a journal, oldest first, without what differs from run to run."""
    found = []
    for path in place.journal(unit).files(stream):
        found += [json.loads(line) for line in path.read_text().splitlines()]
    return [{name: one[name] for name in one if name not in ("when", "chain")} for one in found]


@pytest.fixture
def journal(tmp_path, monkeypatch):
    """An empty journal; a call reads it."""
    monkeypatch.setenv("EDUPORTAL_AUDIT", str(tmp_path / "audit"))
    return lines


@pytest.fixture
def office(http, journal):
    recruit()
    transaction.commit()
    return Office(http["portal"], f"http://{http['host']}:{http['port']}")


@pytest.fixture
def manager(http, journal):
    return Office(http["portal"], f"http://{http['host']}:{http['port']}")


__all__ = ["PASSWORD", "SITE_OWNER_NAME", "SITE_OWNER_PASSWORD"]
