from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal import duties
from eduportal import mandate
from eduportal import sections
from eduportal.duties import store
from eduportal.duties.dates import of_index
from eduportal.duties.dates import working_days
from eduportal.duties.store import Decided
from plone import api
from plone.dexterity.utils import createContentInContainer
from zoneinfo import ZoneInfo
import pytest

TODAY = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()


def told(portal, **more):
    return [
        (one.section.section_id, one.kind, one.owner, one.term_days, one.overdue_days, one.items)
        for one in duties.due(portal, **more)
    ]


def uid(section_id):
    return sections.find(section_id).UID()


def test_nothing_is_due_in_a_new_portal(portal):
    assert told(portal) == []


def test_every_section_with_a_term_that_was_never_filled_is_due_once_the_term_is_over(portal, aged):
    aged(31)

    assert told(portal) == [
        ("news", "update", "", 7, 24, 0),
        ("work-calendar", "update", "", 7, 24, 0),
        ("unit-news", "update", "", 30, 1, 0),
    ]


def test_a_published_item_below_a_section_is_a_change_and_a_draft_is_none(
    portal, board, aged, published
):
    aged(31)
    published("unit-news", days=9)
    with api.env.adopt_roles(["Manager"]):
        createContentInContainer(sections.find("work-calendar"), "Document", title="Tuần 12")

    assert told(portal) == [
        ("work-calendar", "update", "", 7, 24, 0),
        ("news", "update", "", 7, 2, 0),
    ]
    published("announcements", days=3)
    assert told(portal) == [("work-calendar", "update", "", 7, 24, 0)]


def test_what_will_be_due_soon_is_told_to_who_asks_for_it(portal, board, published, aged):
    aged(31)
    published("work-calendar", days=1, kind="Document")
    published("unit-news", days=5)

    assert told(portal) == []
    assert told(portal, ahead=3) == [("news", "update", "", 7, -2, 0)]
    assert told(portal, today=TODAY + timedelta(days=3)) == [("news", "update", "", 7, 1, 0)]


def test_the_last_change_is_told_in_vietnamese_time(portal, board, published, aged):
    aged(31)
    made = published("unit-news", days=9)
    (found,) = [one for one in duties.due(portal) if one.section.section_id == "news"]

    wanted = datetime.fromtimestamp(float(made.effective()), ZoneInfo("Asia/Ho_Chi_Minh"))
    assert found.last_change == wanted.replace(second=0, microsecond=0)
    assert found.last_change.utcoffset() == timedelta(hours=7)


def test_a_document_issued_long_ago_and_not_published_is_late_by_working_days(portal, board):
    register = sections.find("document-register")
    monday = date(2026, 11, 16)
    with api.env.adopt_roles(["Manager"]):
        for number, day, state in (
            ("1/QĐ", monday - timedelta(days=3), None),
            ("2/QĐ", monday, "submit"),
            ("3/QĐ", monday - timedelta(days=7), "publish"),
            ("4/QĐ", monday + timedelta(days=1), None),
            ("5/QĐ", monday - timedelta(days=400), None),
        ):
            made = createContentInContainer(
                register, "OfficialDocument", title="Về việc", number=number, issued_on=day
            )
            if state:
                api.content.transition(made, state)

    found = [one for one in told(portal, today=date(2026, 11, 19)) if one[1] == "supply"]
    assert found == [("document-register", "supply", "", 2, 2, 2)]


def test_owner_and_terms_are_inherited_where_the_section_has_none_of_its_own(portal):
    store.decide(portal, uid("news"), Decided("editor", 14, 3))
    store.decide(portal, uid("announcements"), Decided("contributors", 0))
    held = {
        one.place.section_id: (one.owner, one.update_days, one.supply_days)
        for one in duties.duties(portal)
        if one.place.path.startswith("/plone/vi/tin-tuc-su-kien")
    }

    assert held == {
        "news": ("editor", 14, 3),
        "announcements": ("contributors", 0, 3),
        "unit-news": ("editor", 30, 3),
        "law-outreach": ("editor", 14, 15),
        "parent-news": ("editor", 14, 3),
        "party-state-policy": ("editor", 14, 3),
        "integration-development": ("editor", 14, 3),
        "photos-videos": ("editor", 14, 3),
        "special-topics": ("editor", 14, 3),
        "webcasts": ("editor", 14, 3),
    }


def test_what_is_decided_twice_is_stored_once_and_nothing_is_nothing(portal):
    section = uid("news")

    assert store.decide(portal, section, store.NOTHING) is False
    assert store.decide(portal, section, Decided("editor")) is True
    assert store.decide(portal, section, Decided("editor")) is False
    assert store.decide(portal, section, store.NOTHING) is True
    assert store.decided(portal) == {}


def test_a_deleted_section_leaves_no_record_and_a_copy_has_no_owner(portal):
    with api.env.adopt_roles(["Manager"]):
        own = createContentInContainer(sections.find("news"), "Section", title="Riêng")
        store.decide(portal, own.UID(), Decided("editor"))
        copied = api.content.copy(source=own, target=sections.find("news"))
        assert list(store.decided(portal)) == [own.UID()]
        assert copied.UID() != own.UID()
        api.content.delete(own)

    assert store.decided(portal) == {}


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        (date(2026, 11, 20), date(2026, 11, 23), 1),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 16), date(2026, 11, 30), 10),
        (date(2026, 11, 16), date(2026, 11, 16), 0),
        (date(2026, 11, 17), date(2026, 11, 16), 0),
    ],
)
def test_working_days_are_monday_to_friday(since, until, days):
    assert working_days(since, until) == days


@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2026, 1, 1), date(2024, 2, 29)])
def test_the_minutes_of_a_date_index_are_read_back(portal, day):
    moment = datetime(day.year, day.month, day.day, 23, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    index = portal.portal_catalog._catalog.indexes["modified"]

    assert of_index(index._convert(moment)) == moment


def test_the_defaults_are_the_decrees_figures_and_each_names_a_section_of_the_tree():
    catalogue = mandate.catalogue()
    known = {one.id for kind in mandate.kinds() for one in catalogue.sections(kind)}
    deadlines = catalogue.deadlines()

    assert set(deadlines) <= known
    assert {
        name: one.supply_days for name, one in deadlines.items() if one.source == "nd43-2011"
    } == {
        "law-outreach": 15,
        "document-register": 2,
        "steering-information": 2,
        "legal-documents": 10,
        "development-plans": 10,
        "education-plan": 10,
        "statistics-forms": 10,
        "yearbook": 10,
        "questions": 15,
    }
