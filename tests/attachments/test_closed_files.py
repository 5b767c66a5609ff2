"""A file that fewer people may view than its record: not even its name is told."""

from eduportal import sections
import base64
import pytest
import requests
import transaction

REVIEWER = ("truong.ban", "mat khau rat dai")


def a_file(name):
    data = base64.b64encode(b"noi dung").decode()
    return {"filename": name, "content-type": "text/plain", "data": data, "encoding": "base64"}


@pytest.fixture
def record(rest):
    """A public record with a file for everybody and one for the manager alone."""
    files = [a_file("mo.txt"), a_file("dapan-kin.txt")]
    made = rest.add(
        "document-register",
        **{"@type": "OfficialDocument", "title": "Đề thi", "number": "7/CV", "attachments": files},
    )
    assert made.status_code == 201, made.text
    rest.publish(made.json()["@id"])
    transaction.begin()
    record = sections.find("document-register")[made.json()["id"]]
    closed = record["dapan-kin.txt"]
    # Plone's catalogue goes by the second: who may know that there is such a file.
    for permission in ("View", "Access contents information"):
        closed.manage_permission(permission, ["Manager"], acquire=0)
    closed.reindexObjectSecurity()
    record.reindexObject()
    transaction.commit()
    return made.json()["@id"]


def test_no_channel_names_it_to_a_visitor(rest, record):
    register = rest.address("document-register")
    portal = f"{rest.base}/{rest.portal.getId()}"
    answers = {
        "page": rest.page(record),
        "list": rest.page(register),
        "word": rest.page(f"{portal}/vi/@@search", SearchableText="dapan"),
        "record": rest.json("GET", record, rest.visitor),
        "documents": rest.json("GET", f"{register}/@documents?q=dapan", rest.visitor),
        "columns": rest.json(
            "GET",
            f"{portal}/@search?portal_type=OfficialDocument&metadata_fields=_all",
            rest.visitor,
        ),
    }
    assert [answer.status_code for answer in answers.values()] == [200] * len(answers)
    assert {name for name, answer in answers.items() if "dapan-kin" in answer.text} == set()
    assert {name for name, answer in answers.items() if "mo.txt" in answer.text} >= {
        "page",
        "list",
        "record",
        "columns",
    }
    assert answers["documents"].json()["total"] == 0


def test_who_writes_the_list_without_seeing_it_removes_nothing(rest, record):
    rest.portal.acl_users.userFolderAddUser(*REVIEWER, ["Reviewer"], [])
    transaction.commit()
    writer = requests.Session()
    writer.auth = REVIEWER
    seen = rest.json("GET", record, writer).json()["attachments"]
    assert [one["filename"] for one in seen] == ["mo.txt"]
    answer = rest.json("PATCH", record, writer, attachments=seen)
    assert answer.status_code == 204, answer.text
    everything = rest.json("GET", record).json()["attachments"]
    assert [one["filename"] for one in everything] == ["mo.txt", "dapan-kin.txt"]
