"""A school's portal behind a real HTTP server, and visitors of it."""

from eduportal.testing import SCHOOL_HTTP
from eduportal.visits.process import process
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from pytest_plone import fixtures_factory
import pytest
import requests
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

PHONE = "Mozilla/5.0 (Linux; Android 13; SM-A145F) Chrome/119.0.0.0 Mobile Safari/537.36"


class School:
    """The portal as visitors and its editors meet it."""

    def __init__(self, portal, base):
        self.portal = portal
        self.base = base
        self.url = f"{base}/{portal.getId()}"
        self.manager = requests.Session()
        self.manager.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    def beacon(self, section="", agent=PHONE, **headers):
        """What the page's script sends; the answer."""
        sent = {"User-Agent": agent, "Origin": self.base} | headers
        return requests.post(
            f"{self.url}/@@visit", params={"section": section}, headers=sent, timeout=60
        )

    def visit(self, section="", agent=PHONE, **headers):
        """The figures that the beacon answered with."""
        return self.beacon(section, agent, **headers).json()

    def set(self, name, value):
        api.portal.set_registry_record(f"eduportal.visits.{name}", value)
        transaction.commit()


@pytest.fixture
def school(http, monkeypatch):
    monkeypatch.delenv("VAR", raising=False)
    process.__init__()
    yield School(http["portal"], f"http://{http['host']}:{http['port']}")
    process.__init__()


def figures(online, today, month, total):
    return {"online": online, "today": today, "month": month, "total": total}
