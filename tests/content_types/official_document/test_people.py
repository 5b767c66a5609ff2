"""What the people of a portal may do with the register, over real requests."""

from plone import api
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
