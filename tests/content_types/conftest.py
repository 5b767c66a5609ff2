"""A portal behind a real HTTP server, its sections, and sessions that speak JSON."""

from eduportal import sections
from eduportal.testing import SCHOOL_HTTP
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from pytest_plone import fixtures_factory
import pytest
import requests
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))


class Rest:
    """The portal over plone.restapi, as its manager and as a visitor."""

    def __init__(self, portal, base):
        self.portal = portal
        self.base = base
        self.manager = requests.Session()
        self.manager.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        self.visitor = requests.Session()

    def address(self, section, language="vi"):
        # The server's thread committed; this thread still sees the old state.
        transaction.abort()
        path = "/".join(sections.find(section, language).getPhysicalPath())
        return f"{self.base}{path}"

    def json(self, method, url, user=None, **data):
        session = user or self.manager
        headers = {"Accept": "application/json"}
        return session.request(method, url, json=data or None, headers=headers)

    def add(self, section, **data):
        return self.json("POST", self.address(section), **data)

    def publish(self, url):
        answer = self.json("POST", f"{url}/@workflow/publish")
        assert answer.status_code == 200, answer.text

    def page(self, url, user=None, **parameters):
        return (user or self.visitor).get(url, params=parameters)


@pytest.fixture
def rest(http):
    base = f"http://{http['host']}:{http['port']}"
    return Rest(http["portal"], base)
