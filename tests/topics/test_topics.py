"""A topic gathers what belongs to it, of what its reader may see."""

from bs4 import BeautifulSoup
from eduportal import sections
from plone import api
from plone.app.textfield.value import RichTextValue
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import ObjectModifiedEvent
import json
import pytest
import transaction

KEY = "an toàn giao thông"


def relate(topic, *items):
    ids = getUtility(IIntIds)
    topic.picked = [RelationValue(ids.getId(item)) for item in items]
    notify(ObjectModifiedEvent(topic))


@pytest.fixture
def topic(office, write):
    """Two chosen items, three with the keyword, of which one is chosen and one no visitor sees."""
    lead = RichTextValue("<p>Mở đầu</p>", "text/html", "text/x-html-safe")
    first = write("published", title="Thứ nhất", language="vi")
    second = write("published", title="Thứ hai", subject=(KEY,), language="vi")
    write("published", title="Theo từ khóa", subject=(KEY, "khác"), language="vi")
    write("published", title="Khác", subject=("khác",), language="vi")
    english = sections.find("news", "en")
    write("published", title="English", subject=(KEY,), parent=english, language="en")
    write("draft", title="Bản nháp", subject=(KEY,), language="vi")
    hidden = write("draft", title="Chọn trước", language="vi")
    made = write(
        "published",
        kind="Topic",
        parent=sections.find("special-topics"),
        title="An toàn",
        text=lead,
        gathered=(KEY,),
        subject=(KEY,),
        language="vi",
    )
    with api.env.adopt_roles(["Manager"]):
        relate(made, second, hidden, first)
    transaction.commit()
    return made


def shown(office, topic, person=""):
    page = BeautifulSoup(office.ask(person, "GET", office.address(topic)).text, "html.parser")
    return [
        [line.text for line in block.select(".edu-list__title")]
        for block in page.select(".edu-list")
    ]


@pytest.mark.parametrize("person", ["", "chief"])
def test_chosen_items_stand_first_and_keywords_bring_the_rest(office, topic, person):
    assert shown(office, topic, person) == [["Thứ hai", "Thứ nhất"], ["Theo từ khóa"]]


def test_the_introduction_is_shown(office, topic):
    page = BeautifulSoup(office.ask("", "GET", office.address(topic)).text, "html.parser")

    assert page.select_one(".edu-topic__text").text.strip() == "Mở đầu"


def test_a_contributor_makes_one_with_the_form(office):
    section = office.address(sections.find("special-topics"))
    form = office.ask("contributor", "GET", f"{section}/++add++Topic")
    answer = office.ask(
        "contributor",
        "POST",
        f"{section}/++add++Topic",
        data={
            "_authenticator": office.token("contributor"),
            "form.widgets.IDublinCore.title": "Chuyển đổi số",
            "form.widgets.IRichTextBehavior.text": "<p>Mở đầu</p>",
            "form.widgets.IRichTextBehavior.text.mimeType": "text/html",
            "form.widgets.gathered": f"{KEY};chuyển đổi số",
            "form.widgets.picked": "",
            "form.widgets.IPupils.pupil_pictures-empty-marker": "1",
            "form.buttons.save": "Save",
        },
    )
    transaction.begin()
    made = sections.find("special-topics")["chuyen-doi-so"]

    assert form.status_code == 200
    assert answer.status_code == 302
    assert (made.gathered, made.text.raw) == ((KEY, "chuyển đổi số"), "<p>Mở đầu</p>")
    assert office.ask("", "GET", office.address(made)).status_code == 302


@pytest.fixture
def suggestions(office):
    """What the widget of a contributor's form is told while he types."""
    section = office.address(sections.find("news"))
    form = office.ask("contributor", "GET", f"{section}/++add++News Item").text
    widget = BeautifulSoup(form, "html.parser").select_one("[name$=subjects]")
    url = json.loads(widget["data-pat-select2"])["vocabularyUrl"]

    def ask(person, typed):
        return office.ask(person, "GET", url, params={"query": typed}).json()

    return ask


@pytest.mark.parametrize("typed", ["an toàn", "An Toàn", "giao", "an toan"])
def test_editors_get_suggestions_of_keywords_while_they_type(topic, suggestions, typed):
    assert suggestions("contributor", typed) == {"results": [{"id": KEY, "text": KEY}], "total": 1}


def test_suggestions_that_begin_with_what_was_typed_come_first(office, write, suggestions):
    write(
        "draft", subject=("Trường học an toàn", "An toàn giao thông", "Thi cử", "An toàn thực phẩm")
    )
    transaction.commit()
    found = [one["text"] for one in suggestions("contributor", "an toan")["results"]]

    assert found == ["An toàn giao thông", "An toàn thực phẩm", "Trường học an toàn"]


def test_visitors_get_no_suggestions(topic, suggestions):
    assert suggestions("", "an") == {"error": "Vocabulary lookup not allowed"}


def test_an_editors_section_of_the_units_own_is_seen_once_the_chief_editor_shows_it(office):
    news = office.address(sections.find("news"))
    made = office.rest("editor", "POST", news, json={"@type": "Section", "title": "Góc học sinh"})
    address = made.json()["@id"]
    written = [
        office.rest("contributor", "POST", address, json={"@type": kind, "title": kind}).status_code
        for kind in ("News Item", "Album", "Topic", "Document")
    ]
    unseen = office.rest("", "GET", address).status_code
    refused = office.rest("editor", "POST", f"{address}/@workflow/section_show").status_code
    shown = office.rest("chief", "POST", f"{address}/@workflow/section_show").status_code
    seen = office.rest("", "GET", address).status_code
    renamed = office.rest("editor", "PATCH", address, json={"title": "NOHU90"}).status_code
    removed = office.rest("editor", "DELETE", address).status_code

    assert (made.status_code, written, unseen, seen) == (201, [201] * 4, 401, 200)
    assert (refused, shown, renamed, removed) == (400, 200, 401, 204)
    assert office.ask("", "GET", address).status_code == 404


def test_a_service_can_be_added_where_people_apply_for_admission(portal):
    place = sections.find("online-registration")
    place.locally_allowed_types = ["EasyForm", "Document", "Link"]
    assert sections.offer_later_types() == 1
    assert place.locally_allowed_types == ["EasyForm", "Document", "Link", "Service"]


def test_sections_of_existing_portals_are_offered_what_came_later(portal):
    places = {
        name: sections.find(name)
        for name in ("news", "photos-videos", "special-topics", "unit-news")
    }
    wanted = {name: sorted(place.locally_allowed_types) for name, place in places.items()}
    for place in places.values():
        place.locally_allowed_types = [
            one for one in place.locally_allowed_types if one not in ("Album", "Topic")
        ]

    assert sections.offer_later_types() == 4
    assert {name: sorted(p.locally_allowed_types) for name, p in places.items()} == wanted
    assert sections.offer_later_types() == 0
