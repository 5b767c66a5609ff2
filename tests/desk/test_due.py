"""What the regulations want next, on the desks of those whom it concerns."""

from eduportal import sections
from tests.desk.conftest import words
import transaction


def due(page):
    return [(words(one.a), words(one.p)) for one in page.select("#due .edu-rows li")]


def read(sit, person, **parameters):
    desk = sit(person)
    desk.session.headers["Accept-Language"] = "en"
    return desk.get("/en/@@desk", **parameters)[1]


def test_an_empty_mandated_section_is_due_until_something_is_published_there(office, write, sit):
    history = sections.find("history")
    line = (history.title, "A regulation demands this section, and nothing is published here yet.")
    before = due_everywhere(sit, "chief")
    write("published", kind="Document", parent=history)
    transaction.commit()
    after = due_everywhere(sit, "chief")

    assert line in before
    assert set(before) - set(after) == {line}


def due_everywhere(sit, person):
    found = []
    for start in range(0, 200, 20):
        lines = due(read(sit, person, list="due", b_start=str(start)))
        if not lines or lines[0] in found:
            return found
        found += lines
    return found


def test_an_author_is_told_of_no_sections_that_are_not_his(office, sit):
    page = read(sit, "contributor")

    assert page.select_one("#due") is None


def test_at_a_glance_there_are_five_lines_and_a_link_to_all(office, sit):
    page = read(sit, "chief")

    assert len(due(page)) == 5
    assert page.select_one("#due a[href$='?list=due']") is not None
    assert page.select_one("#due .badge") is not None
