"""A file or an image is seen with its item; a loose one is reviewed first."""

from AccessControl.users import nobody
from eduportal import sections
from plone import api
from plone.namedfile.file import NamedBlobFile
import pytest
import transaction


def anonymous(content):
    """What an anonymous visitor may do: look at it, find it."""
    with api.env.adopt_user(user=nobody):
        return (
            api.user.has_permission("View", obj=content),
            len(api.content.find(UID=content.UID())) == 1,
        )


def chain(content):
    return api.portal.get_tool("portal_workflow").getChainFor(content)


@pytest.mark.parametrize("kind", ["File", "Image"])
def test_what_lies_inside_an_item_is_seen_with_the_item(board, write, kind):
    item = write("draft", "OfficialDocument")
    inside = write(kind=kind, parent=item)
    before = chain(inside), anonymous(inside)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "publish")
    after = anonymous(inside)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "withdraw", comment="Sai ngày")
    assert (before, after, anonymous(inside)) == (
        ((), (False, False)),
        (True, True),
        (False, False),
    )


@pytest.mark.parametrize("kind", ["File", "Image"])
def test_what_lies_loose_is_reviewed(board, write, kind):
    places = [board, board.vi, board.vi.assets, sections.find("news")]
    loose = [write(kind=kind, parent=place) for place in places]
    assert [(chain(c), api.content.get_state(c), anonymous(c)) for c in loose] == [
        (("editorial",), "draft", (False, False))
    ] * 4
    with api.env.adopt_roles(["Manager"]):
        for content in loose:
            api.content.transition(content, "publish")
    assert [anonymous(content) for content in loose] == [(True, True)] * 4


def test_a_file_moved_out_of_a_draft_into_a_section_is_reviewed(board, write):
    inside = write(kind="File", parent=write("draft", "OfficialDocument"))
    with api.env.adopt_roles(["Manager"]):
        moved = api.content.move(inside, sections.find("news"))
    assert (api.content.get_state(moved), anonymous(moved)) == ("draft", (False, False))


@pytest.mark.parametrize("bring", [api.content.move, api.content.copy])
def test_a_loose_draft_brought_into_a_published_item_is_seen_with_it(board, write, bring):
    loose = write(kind="File")
    item = write("published", "OfficialDocument")
    with api.env.adopt_roles(["Manager"]):
        brought = bring(loose, item)
        assert (chain(brought), anonymous(brought)) == ((), (True, True))
        api.content.transition(item, "withdraw", comment="Sai ngày")
    assert anonymous(brought) == (False, False)


def test_a_file_copied_out_of_a_published_item_is_reviewed(board, write):
    inside = write(kind="File", parent=write("published", "OfficialDocument"))
    with api.env.adopt_roles(["Manager"]):
        copied = api.content.copy(inside, sections.find("news"))
    assert (api.content.get_state(copied), anonymous(copied)) == ("draft", (False, False))


def test_an_author_adds_no_file_to_what_is_published(office, write):
    item = write("published", "OfficialDocument")
    transaction.commit()
    address = office.address(item)
    asked = [
        office.rest(person, "POST", address, json={"@type": "File", "title": "x"}).status_code
        for person in ("contributor", "other", "editor")
    ]
    form = office.ask("contributor", "GET", f"{address}/++add++File").status_code
    assert (asked, form, item.objectIds()) == ([401, 401, 401], 302, [])


def test_a_file_is_downloaded_by_visitors_only_when_its_item_is_public(office, write):
    item = write("draft", "OfficialDocument")
    inside = write(kind="File", parent=item, file=NamedBlobFile(b"bi mat", filename="a.txt"))
    transaction.commit()
    address = office.address(inside)
    ways = ("", "/view", "/@@download/file", "/@@display-file/file", "/@@images/file")
    closed = [office.ask("", "GET", address + way) for way in ways]
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "publish")
    transaction.commit()
    opened = office.ask("", "GET", f"{address}/@@download/file")
    assert [b"bi mat" in answer.content for answer in closed] == [False] * 5
    assert {answer.status_code for answer in closed} <= {302, 401, 404}
    assert (opened.status_code, opened.content) == (200, b"bi mat")
