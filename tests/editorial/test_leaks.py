"""What is not published is nowhere to be found by a visitor; what is published is everywhere."""

from eduportal import sections
from plone import api
from zlib import MAX_WBITS
from zlib import decompress
import pytest
import transaction

WORD = "Kimquynhhoa"  # is searched for
TRACE = "bachlienhoa"  # stands in the title, and so in the address
TITLE = f"Tin {WORD} Bachlienhoa"


def pages(office, content):
    """Every way on which a visitor may come across an item, with what he gets to read."""
    section = office.address(sections.find("news"))
    uid = content.UID()
    ways = {
        "page": office.address(content),
        "view": f"{office.address(content)}/view",
        "section": section,
        "language root": f"{office.url}/vi",
        "search page": f"{office.url}/vi/@@search?SearchableText={WORD}",
        "live search": f"{office.url}/vi/@@ajax-search?SearchableText={WORD}",
        "feed": f"{section}/RSS",
        "future and past": f"{office.url}/@@search?SearchableText={WORD}&show_inactive=1",
    }
    read = {name: office.ask("", "GET", address).text for name, address in ways.items()}
    rest = {
        "rest item": office.address(content),
        "rest section": section,
        "rest search": f"{office.url}/@search?SearchableText={WORD}&metadata_fields=Title",
        "rest search inactive": f"{office.url}/@search?UID={uid}&show_inactive=1",
        "rest navigation": f"{section}/@contextnavigation?expand.contextnavigation.topLevel=1",
    }
    read |= {name: office.rest("", "GET", address).text for name, address in rest.items()}
    packed = office.ask("", "GET", f"{office.url}/sitemap.xml.gz?page=1").content
    read["sitemap.xml.gz"] = decompress(packed, MAX_WBITS | 16).decode()
    return read


def found(office, content):
    read = pages(office, content)
    return sorted(name for name, text in read.items() if TRACE in text.lower())


@pytest.fixture
def item(office, write):
    content = write("published", title=TITLE)
    transaction.commit()
    return content


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "scheduled", "withdrawn"])
def test_a_visitor_finds_no_trace_of_what_is_not_published(office, write, state):
    content = write(state, title=TITLE, language="vi")
    transaction.commit()
    assert found(office, content) == []
    # what was public says that it was taken down; all else asks to sign in
    page, rest = (410, 410) if state == "withdrawn" else (302, 401)
    assert office.ask("", "GET", office.address(content)).status_code == page
    assert office.rest("", "GET", office.address(content)).status_code == rest


def test_the_same_ways_lead_to_what_is_published(office, item):
    assert found(office, item) == sorted(pages(office, item))


def test_only_those_who_approve_change_what_is_published(office, item):
    address = office.address(item)
    asked = {
        person: (
            office.rest(person, "PATCH", address, json={"title": "Đã sửa"}).status_code,
            office.ask(person, "GET", f"{address}/edit").status_code,
            office.ask(
                person,
                "POST",
                f"{address}/manage_editProperties",
                data={"title": "Đã sửa", "_authenticator": office.token(person)},
            ).status_code,
        )
        for person in ("contributor", "editor")
    }
    transaction.begin()
    assert asked == {"contributor": (401, 302, 302), "editor": (401, 302, 302)}
    assert item.title == TITLE
    assert office.rest("chief", "PATCH", address, json={"title": "Sửa"}).status_code == 204


def test_an_author_writes_and_submits_and_the_chief_publishes(office):
    section = office.address(sections.find("news"))
    made = office.rest("contributor", "POST", section, json={"@type": "News Item", "title": "T"})
    address = made.json()["@id"]
    steps = [
        office.rest(person, "POST", f"{address}/@workflow/{step}").status_code
        for person, step in (
            ("contributor", "publish"),
            ("editor", "publish"),
            ("contributor", "submit"),
            ("contributor", "publish"),
            ("chief", "publish"),
        )
    ]
    assert (made.status_code, steps) == (201, [400, 400, 200, 400, 200])
    assert office.ask("", "GET", address).status_code == 200


def test_a_section_is_not_made_by_a_contributor(office):
    section = office.address(sections.find("news"))
    made = [
        office.rest(person, "POST", section, json={"@type": "Section", "title": "Chuyên đề"})
        for person in ("contributor", "editor")
    ]
    assert [answer.status_code for answer in made] == [403, 201]


def test_publishing_a_default_page_leaves_its_section_as_it_is(office, write):
    content = write("draft")
    section = sections.find("news")
    section.setDefaultPage(content.getId())
    transaction.commit()
    for person, step in (("chief", "publish"), ("chief", "withdraw")):
        answer = office.ask(
            person,
            "POST",
            f"{office.address(content)}/content_status_modify",
            data={
                "workflow_action": step,
                "comment": "Sai ngày",
                "confirmed": "1",
                "_authenticator": office.token(person),
            },
        )
        transaction.begin()
        assert (answer.status_code, api.content.get_state(section)) == (302, "published")
    assert api.content.get_state(content) == "withdrawn"
