"""Nobody gives himself on the sharing page what the board's groups give."""

from plone import api
from tests.editorial.conftest import stand_in
import pytest
import transaction


def share(office, person, content, to, role):
    entry = {"id": to, "type": "user", "roles": {role: True}}
    answer = office.rest(
        person, "POST", f"{office.address(content)}/@sharing", json={"entries": [entry]}
    )
    transaction.begin()
    return answer.status_code, dict(content.get_local_roles()).get(to, ())


@pytest.mark.parametrize("role", ["Reviewer", "Editor", "Contributor"])
def test_an_author_makes_himself_no_more_than_an_author(office, write, role):
    content = write("draft")
    transaction.commit()
    assert share(office, "contributor", content, "contributor", role)[1] == ("Owner",)
    assert share(office, "contributor", content, "other", role)[1] == ()


def test_an_author_shows_a_draft_to_a_colleague(office, write):
    content = write("draft")
    transaction.commit()
    assert share(office, "contributor", content, "other", "Reader") == (204, ("Reader",))


def test_a_deputy_passes_the_approval_on_to_nobody(office, write):
    content = write("submitted")
    stand_in()
    transaction.commit()
    assert share(office, "other", content, "editor", "Reviewer")[1] == ()


def test_an_author_edits_nothing_that_waits(office, write):
    content = write("submitted")
    transaction.commit()
    answer = office.rest("contributor", "PATCH", office.address(content), json={"title": "Sửa"})
    assert (answer.status_code, content.title) == (401, "Bài viết")


def test_the_sharing_page_stays_an_administrators_tool(office, write):
    content = write("draft")
    transaction.commit()
    assert share(office, "administrator", content, "other", "Editor")[1] == ("Editor",)
    with api.env.adopt_user("other"):
        assert api.user.has_permission("Modify portal content", obj=content)


@pytest.mark.parametrize(
    ("person", "status"),
    [("contributor", 401), ("editor", 401), ("administrator", 204), ("chief", 204)],
)
def test_an_author_gives_no_item_another_address(office, write, person, status):
    content = write("published")
    transaction.commit()
    wanted = {"items": [{"path": "/dia-chi-cua-nguoi-khac"}]}
    address = f"{office.address(content)}/@aliases"
    assert office.rest(person, "POST", address, json=wanted).status_code == status
