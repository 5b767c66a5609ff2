"""What is approved or public is moved and renamed by those alone who may change it."""

from eduportal import sections
import pytest
import transaction


def move(office, person, content):
    place = office.address(sections.find("announcements"))
    source = {"source": office.address(content)}
    answer = office.rest(person, "POST", f"{place}/@move", json=source)
    transaction.begin()
    return answer


@pytest.mark.parametrize("state", ["scheduled", "published", "withdrawn"])
@pytest.mark.parametrize("person", ["editor", "administrator"])
def test_who_does_not_approve_moves_nothing_approved(office, write, person, state):
    content = write(state, title="Thông báo thi")
    transaction.commit()
    answer = move(office, person, content)
    assert answer.status_code == 403
    assert "Thông báo thi" in answer.json()["message"]
    assert content.getId() in sections.find("news")


@pytest.mark.parametrize(("person", "state"), [("editor", "submitted"), ("chief", "published")])
def test_who_may_change_it_moves_it(office, write, person, state):
    content = write(state)
    transaction.commit()
    assert move(office, person, content).status_code == 200
    assert content.getId() in sections.find("announcements")


def test_a_section_takes_along_what_it_holds(office, write):
    own = sections.find("yearbook")
    content = write("published", parent=own)
    transaction.commit()
    assert move(office, "editor", own).status_code == 403
    assert move(office, "chief", own).status_code == 200
    assert content.getId() in sections.find("announcements")[own.getId()]
