"""What the people of a portal may do with the register, over real requests."""

from plone import api
import json
import pytest
import requests
import transaction

PASSWORD = "mật khẩu dài của người thử"


@pytest.fixture
def contributor(rest):
    """A teacher who may write and not publish."""
    api.user.create("teacher@example.edu.vn", "teacher", PASSWORD)
    api.group.add_user(groupname="contributors", username="teacher")
    transaction.commit()
    session = requests.Session()
    session.auth = ("teacher", PASSWORD.encode())
    return session


def test_a_contributor_files_a_draft_with_its_scan_and_cannot_publish_it(rest, contributor):
    answer = rest.json(
        "POST",
        rest.address("document-register"),
        user=contributor,
        **{
            "@type": "OfficialDocument",
            "title": "Kế hoạch",
            "kind": "Kế hoạch",
            "attachments": [{"filename": "a.pdf", "data": "x", "content-type": "application/pdf"}],
        },
    )
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert (made["review_state"], len(made["attachments"])) == ("draft", 1)
    refused = rest.json("POST", f"{made['@id']}/@workflow/publish", user=contributor)
    assert refused.status_code in (400, 401, 403)


def test_a_contributor_is_offered_the_subject_areas(rest, contributor):
    answer = contributor.get(
        f"{rest.address('document-register')}/++add++OfficialDocument/@@getVocabulary",
        params={"name": "eduportal.document_areas", "field": "subject_areas", "query": "cong khai"},
    )
    results = answer.json()
    assert results == {"results": [{"id": "Công khai", "text": "Công khai"}], "total": 1}


def test_a_contributor_finds_the_document_to_relate_to(rest, contributor):
    published = rest.add(
        "document-register",
        **{"@type": "OfficialDocument", "title": "Quy định cũ", "number": "37/2020/TT-BGDĐT"},
    ).json()
    rest.publish(published["@id"])
    criteria = [
        {
            "i": "portal_type",
            "o": "plone.app.querystring.operation.list.contains",
            "v": ["OfficialDocument"],
        },
        {
            "i": "SearchableText",
            "o": "plone.app.querystring.operation.string.contains",
            "v": "37/2020*",
        },
    ]
    answer = contributor.get(
        f"{rest.base}/plone/@@getVocabulary",
        params={
            "name": "plone.app.vocabularies.Catalog",
            "field": "replaces",
            "query": json.dumps({"criteria": criteria}),
            "attributes": json.dumps(["UID", "Title"]),
        },
    )
    assert "results" in answer.json(), answer.text
    assert answer.json()["results"] == [{"UID": published["UID"], "Title": "Quy định cũ"}]
