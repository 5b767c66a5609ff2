"""Versions and their differences, of documents and files too, and what they cost."""

from base64 import b64encode
from eduportal import sections
from eduportal.audit.versions import IVersions
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.lifecycleevent import modified
import pytest
import transaction

NUMBER = {"number": "15/QĐ-SGDĐT", "issued_on": "2026-09-05", "title": "Trích yếu một"}


def versions(office, address):
    """The history that plone.restapi tells, newest first."""
    found = office.rest("chief", "GET", f"{address}/@history").json()
    return [one["version"] for one in found if one["type"] == "versioning"]


@pytest.fixture
def document(office):
    place = office.address(sections.find("document-register"))
    answer = office.rest("editor", "POST", place, json={"@type": "OfficialDocument", **NUMBER})
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]


def test_a_document_keeps_each_saved_version_shows_the_difference_and_comes_back(
    office, document, journal
):
    file = {"data": b64encode(b"mot").decode(), "encoding": "base64", "filename": "a.txt"}
    office.rest("editor", "POST", document, json={"@type": "File", "title": "Tệp", "file": file})
    office.rest("editor", "PATCH", document, json={"title": "Trích yếu hai"})
    kept = versions(office, document)
    page = office.ask("chief", "GET", f"{document}/@@history", params={"one": "1", "two": "0"})
    back = office.rest("chief", "PATCH", f"{document}/@history", json={"version": 0})
    now = office.rest("chief", "GET", document).json()

    assert kept == [1, 0]
    assert ("Trích yếu một" in page.text, "Trích yếu hai" in page.text) == (True, True)
    assert back.status_code == 200, back.text
    assert now["title"] == "Trích yếu một"
    assert [item["title"] for item in now["items"]] == ["Tệp"]
    told = [(one["event"], one["who"], one.get("before")) for one in journal()][-2:]
    assert told == [
        ("content.revert", "chief", None),
        ("content.edit", "chief", {"title": "Trích yếu hai"}),
    ]


def test_a_replaced_file_can_be_had_back(office):
    place = office.address(sections.find("news"))

    def file(text):
        return {"data": b64encode(text).decode(), "encoding": "base64", "filename": "a.txt"}

    made = office.rest("editor", "POST", place, json={"@type": "File", "file": file(b"mot")}).json()
    office.rest("editor", "PATCH", made["@id"], json={"file": file(b"hai")})
    kept = versions(office, made["@id"])
    office.rest("chief", "PATCH", f"{made['@id']}/@history", json={"version": 0})
    back = office.ask("chief", "GET", f"{made['@id']}/@@download/file")

    assert kept == [1, 0]
    assert back.content == b"mot"


def test_what_a_command_brings_in_or_changes_is_not_stored_twice(functional):
    repository = api.portal.get_tool("portal_repository")
    with api.env.adopt_roles(["Manager"]):
        record = createContentInContainer(
            sections.find("document-register"), "OfficialDocument", number="1/QĐ", title="Một"
        )
        record.title = "Hai"
        modified(record)

    assert IVersions.providedBy(record)
    assert len(repository.getHistoryMetadata(record) or ()) == 0


def test_every_type_that_people_write_has_versions_and_a_difference(functional):
    repository = api.portal.get_tool("portal_repository")
    written = {
        "Album", "Document", "Event", "File", "Image", "Link", "News Item", "OfficialDocument",
        "Procedure", "Resource", "Topic",
    }  # fmt: skip
    policies = {"at_edit_autoversion", "version_on_revert"}
    transaction.abort()

    assert set(repository.getVersionableContentTypes()) == written
    assert {name: set(repository.getPolicyMap()[name]) for name in written} == dict.fromkeys(
        written, policies
    )
    diffs = api.portal.get_tool("portal_diff")
    assert [name for name in written if not diffs.getDiffForPortalType(name)] == []
