"""What the regulations want next, on the desks of those whom it concerns."""

from DateTime import DateTime
from eduportal import duties
from eduportal import sections
from eduportal.duties import store
from eduportal.face.dates import ZONE
from plone import api
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


def test_who_keeps_a_section_finds_it_on_top(office, sit):
    history = sections.find("history")
    store.decide(office.portal, api.content.get_uuid(history), store.Decided(owner="contributor"))
    news = sections.find("news")
    store.decide(office.portal, api.content.get_uuid(news), store.Decided(owner="editors"))
    transaction.commit()

    author, editor = (read(sit, person) for person in ("contributor", "editor"))

    assert [title for title, _sentence in due(author)] == [history.title]
    assert words(author.select_one("#due .edu-rows__facts")) == "Kept by contributor"
    branch = {duty.place.title for duty in duties.duties(office.portal) if duty.owner == "editors"}
    assert {title for title, _sentence in due(editor)} <= branch


def test_a_section_that_was_left_alone_says_since_when(office, write, sit):
    news = sections.find("news")
    item = write("published", parent=news)
    item.setModificationDate(DateTime() - 60)
    item.setEffectiveDate(DateTime() - 60)
    item.reindexObject(idxs=["modified", "effective"])
    decided = store.Decided(owner="contributor", update_days=30)
    store.decide(office.portal, api.content.get_uuid(news), decided)
    transaction.commit()

    lines = due(read(sit, "contributor"))

    since = (DateTime() - 60).toZone("UTC").asdatetime().astimezone(ZONE)
    assert (
        news.title,
        f"Unchanged since {since:%d/%m/%Y}: 30 days late (term: 30 days).",
    ) in lines
