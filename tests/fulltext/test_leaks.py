"""The words of a draft's file are found by nobody who may not see the draft, in any channel."""

from plone import api
from tests.fulltext.conftest import Desk
import pytest
import re
import transaction

SECRET = "thuyencanh"
CHANNELS = (
    ("@search", "SearchableText"),
    ("@@search", "SearchableText"),
    ("@@ajax-search", "SearchableText"),
    ("@@search_rss", "SearchableText"),
    ("vi/van-ban/he-thong-van-ban", "q"),
    ("vi/@documents", "q"),
)


def answers(office, user=None):
    """Where the title or the address of what holds the secret word is said."""
    found = []
    for path, name in CHANNELS:
        answer = office.get(path, user, **{name: SECRET})
        assert answer.status_code == 200, path
        if re.search("Hồ sơ kín|ho-so-kin", answer.text):
            found.append(path)
    return found


@pytest.fixture
def written(office):
    """A draft with a file, and a loose draft file, both with the word; read."""
    desk = Desk(office.portal)
    record = desk.record(f"Danh sách {SECRET}", title="Hồ sơ kín")
    loose = desk.loose(f"Danh sách {SECRET}", "ho-so-kin.txt", title="Hồ sơ kín rời")
    desk.read()
    return record, loose


def test_a_drafts_words_are_found_by_its_editors_alone(office, written):
    assert answers(office) == []
    assert {"@search", "@@search"} <= set(answers(office, office.manager))


def test_published_they_are_found_by_everybody_and_withdrawn_by_nobody(office, written):
    for content in written:
        api.content.transition(content, "publish")
    transaction.commit()
    public = office.get("@search", SearchableText=SECRET).json()
    for content in written:
        api.content.transition(content, "withdraw", comment="Sai ngày")
    transaction.commit()

    assert sorted(item["title"] for item in public["items"]) == ["Hồ sơ kín", "Hồ sơ kín rời"]
    assert (public["items_total"], answers(office)) == (2, [])


def test_a_records_file_is_reached_and_listed_but_is_no_hit(office, written):
    record, _loose = written
    api.content.transition(record, "publish")
    transaction.commit()
    address = office.address(record["0.txt"])

    assert office.manager.get(address, headers={"Accept": "application/json"}).status_code == 200
    hits = office.get("@search", office.manager, SearchableText=SECRET, b_size=50).json()
    assert {item["@id"] for item in hits["items"]} == set(map(office.address, written))
    listed = office.get("@search", office.manager, portal_type="File", UID=record["0.txt"].UID())
    assert [item["title"] for item in listed.json()["items"]] == ["Tệp"]
