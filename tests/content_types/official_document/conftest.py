"""Documents filed over REST, and what the catalogue and the pages say of them."""

from eduportal.content_types.official_document import validity
from plone import api
import pytest
import transaction


class Register:
    """The register of a portal behind a real server."""

    def __init__(self, rest):
        self.rest = rest

    def file(self, number, published=True, **more):
        """A document of that number; answers with its address."""
        data = {"@type": "OfficialDocument", "title": f"Văn bản {number}", "number": number}
        data |= {"kind": "quyet-dinh", "issuer": "bo-gddt"} | more
        answer = self.rest.add("document-register", **data)
        assert answer.status_code == 201, answer.text
        url = answer.json()["@id"]
        if published:
            self.rest.publish(url)
        return url

    def edit(self, url, **data):
        answer = self.rest.json("PATCH", url, **data)
        assert answer.status_code == 204, answer.text

    def move(self, url, transition):
        data = {"comment": "Lý do của người thử"}
        answer = self.rest.json("POST", f"{url}/@workflow/{transition}", **data)
        assert answer.status_code == 200, answer.text

    def delete(self, url):
        answer = self.rest.json("DELETE", url)
        assert answer.status_code == 204, answer.text

    def get(self, url, user=None):
        answer = self.rest.json("GET", url, user=user or self.rest.visitor)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def row(self, url):
        """The catalogue's boundaries of a document, checked against its index entries."""
        transaction.abort()
        path = url.removeprefix(self.rest.base)
        catalog = api.portal.get_tool("portal_catalog")
        (brain,) = catalog.unrestrictedSearchResults(path={"query": path, "depth": 0})
        entries = catalog.getIndexDataForRID(brain.getRID())
        # an index says "" or None of a record that is not in it
        indexed = tuple(entries[index] or None for index in validity.INDEXES)
        assert indexed == brain.edu_validity
        return validity.Boundaries(*brain.edu_validity)

    def state(self, url, day=None):
        return validity.of(self.row(url), day or validity.today())


@pytest.fixture
def register(rest):
    return Register(rest)
