"""Pieces kept for visitors are never older than what they show."""

from eduportal import sections
from eduportal.caching import expires
from eduportal.caching import lifetime
from eduportal.face import kept as kept_module
from eduportal.face.kept import kept
from plone import api
from plone.app.testing import logout
from zope.globalrequest import getRequest
import pytest
import transaction


@pytest.fixture
def pieces():
    """The memory of this process, empty."""
    kept_module._pieces.clear()
    yield kept_module._pieces
    kept_module._pieces.clear()


def names(pieces) -> set[str]:
    return {name for _portal, _url, name, _depends in pieces}


def links(page, selector: str) -> list[str]:
    return page.values(f"{selector} a", "href")


def test_a_section_that_is_renamed_is_renamed_in_the_menu(visit, managing, pieces):
    before = visit("/vi").all_words(".edu-menu__item > a")
    with managing():
        section = sections.find("about")
        section.title = "Về chúng tôi"
        section.reindexObject()
        transaction.commit()
    after = visit("/vi").all_words(".edu-menu__item > a")
    assert "eduportal.menu" in names(pieces)
    assert before != after
    assert "Về chúng tôi" in after


def test_a_setting_that_changes_is_changed_at_the_foot(visit, managing, pieces):
    visit("/vi")
    with managing():
        api.portal.set_registry_record("eduportal.unit.address", "Số 7 đường Mới")
        transaction.commit()
    assert "Số 7 đường Mới" in visit("/vi").words(".edu-footer address")
    assert "eduportal.footer" in names(pieces)


def test_each_host_gets_its_own_addresses(visit, pieces):
    first = links(visit("/vi"), ".edu-menu__item")
    second = links(visit("/vi", host="http://127.0.0.1"), ".edu-menu__item")
    assert second == [link.replace("http://nohost", "http://127.0.0.1") for link in first]


def test_each_page_marks_its_own_place_in_the_menu(visit, pieces):
    marked = {
        path: visit(path).values(".edu-menu__list [aria-current]", "aria-current")
        for path in ("/vi", "/vi/gioi-thieu", "/vi/gioi-thieu/lich-su", "/vi/van-ban")
    }
    assert marked == {
        "/vi": ["page"],
        "/vi/gioi-thieu": ["page"],
        "/vi/gioi-thieu/lich-su": ["true", "page"],
        "/vi/van-ban": ["page"],
    }


def test_a_page_upon_the_home_page_does_not_mark_it_for_others(visit, pieces):
    marked = [
        visit(path).values(".edu-menu__item > a", "aria-current")[:1]
        for path in ("/vi/sitemap", "/vi", "/vi/sitemap")
    ]
    assert marked == [[None], ["page"], [None]]


def test_nothing_is_kept_of_pages_for_somebody_signed_in(visit, pieces):
    visit("/vi", signed_in=True)
    assert pieces == {}


def test_a_section_that_is_hidden_leaves_menu_and_home_page(visit, managing, pieces):
    title = sections.find("about").title
    assert title in visit("/vi").all_words(".edu-menu__item > a")
    with managing():
        section = sections.find("about")
        section.exclude_from_nav = True
        section.reindexObject()
        transaction.commit()
    page = visit("/vi")
    assert title not in page.all_words(".edu-menu__item > a")
    assert title not in page.all_words(".edu-home a")


@pytest.fixture
def visitor(portal, pieces):
    """A piece of a page for a visitor of the portal, in this transaction."""
    logout()
    made = iter("abcdef")

    def piece(depends=(), make=lambda: None):
        def once():
            make()
            return next(made)

        return kept(portal, "piece", depends, once)

    return piece


def test_a_piece_is_made_once_for_the_same_things(visitor):
    assert [visitor(), visitor(), visitor(1), visitor(1)] == ["a", "a", "b", "b"]


def test_nothing_is_kept_while_the_transaction_has_changes_of_its_own(portal, visitor, pieces):
    portal.portal_catalog._increment_counter()
    assert ([visitor(), visitor()], pieces) == (["a", "b"], {})


def test_a_piece_ends_when_it_says_and_with_it_every_page_that_has_it(visitor, monkeypatch):
    environ = getRequest().environ
    visitor(make=lambda: expires(getRequest(), seconds=60))
    limited = environ.pop(lifetime.UNTIL)
    assert visitor() == "a"
    assert environ.pop(lifetime.UNTIL) == pytest.approx(limited, abs=1)
    monkeypatch.setattr(kept_module.time, "time", lambda: limited + 1)
    assert visitor() == "b"


def test_what_a_page_said_of_itself_does_not_end_its_pieces(visitor, pieces):
    expires(getRequest(), seconds=1)
    page_until = getRequest().environ[lifetime.UNTIL]
    visitor()
    assert [piece.limited for piece in pieces.values()] == [False]
    assert getRequest().environ[lifetime.UNTIL] == page_until


def test_memory_has_an_end(visitor, pieces, monkeypatch):
    monkeypatch.setattr(kept_module, "MOST_PIECES", 2)
    for number in range(4):
        visitor(number)
    assert [depends for *_, depends in pieces] == [2, 3]
