"""A portal in which files can be put, read and looked for."""

from eduportal import fulltext
from eduportal import sections
from eduportal.testing import SCHOOL_HTTP
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from pytest_plone import fixtures_factory
import pytest
import requests
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))


def blob_file(content, name="tep.txt"):
    """A file of these bytes, or of this text."""
    return NamedBlobFile(content.encode() if isinstance(content, str) else content, filename=name)


class Desk:
    """What an editor does with files."""

    def __init__(self, portal):
        self.portal = portal

    def loose(self, content, name="tep.txt", **fields):
        values = {"title": "Tệp rời", **fields}
        return self._make(sections.find("news"), "File", file=blob_file(content, name), **values)

    def record(self, *contents, state="draft", title="Văn bản mẫu"):
        record = self._make(sections.find("document-register"), "OfficialDocument", title=title)
        for number, content in enumerate(contents):
            self._make(record, "File", title="Tệp", file=blob_file(content, f"{number}.txt"))
        if state == "published":
            api.content.transition(record, "publish")
        return record

    def _make(self, place, portal_type, **fields):
        return createContentInContainer(place, portal_type, checkConstraints=False, **fields)

    def read(self):
        report = fulltext.read_waiting(self.portal)
        return sorted((one.path.rpartition("/")[2], one.state) for one in report.outcomes)

    def hits(self, words, **query):
        brains = self.portal.portal_catalog.unrestrictedSearchResults(SearchableText=words, **query)
        return [brain.getId for brain in brains]


@pytest.fixture
def desk(functional_portal):
    with api.env.adopt_roles(["Manager"]):
        yield Desk(functional_portal)


class Office:
    """The same portal behind a real HTTP server."""

    def __init__(self, http):
        self.portal = http["portal"]
        self.base = f"http://{http['host']}:{http['port']}"
        self.desk = Desk(self.portal)
        self.manager = requests.Session()
        self.manager.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    def address(self, content):
        return f"{self.base}{'/'.join(content.getPhysicalPath())}"

    def get(self, path, user=None, **parameters):
        is_service = "@" in path and "@@" not in path
        headers = {"Accept": "application/json"} if is_service else {}
        get = user.get if user else requests.get
        return get(f"{self.base}/{self.portal.getId()}/{path}", params=parameters, headers=headers)


@pytest.fixture
def office(http):
    with api.env.adopt_roles(["Manager"]):
        yield Office(http)
    transaction.abort()
