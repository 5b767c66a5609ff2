"""Blocks from memory: a change makes anew those that it concerns, and only those."""

from eduportal import caching
from eduportal.face.learned import learning
from eduportal.home import contents
from eduportal.home import store
from eduportal.home.blocks.quick import QuickLink
from eduportal.home.blocks.quick import QuickLinks
from eduportal.home.interfaces import IHomeBlock
from eduportal.home.page import block_of
from eduportal.interfaces import IEduportal
from plone import api
from Products.CMFPlone.CatalogTool import CatalogTool
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from zope.component import getGlobalSiteManager
from zope.component import provideAdapter
from zope.component.hooks import setSite
from zope.interface import Interface
import pytest

ALWAYS = {"members", "parent-news", "visits", "feed"}
"""Not kept: they show what other units or other databases have."""


@pytest.fixture
def asked(monkeypatch):
    """Names of the catalogue's methods called since it was cleared."""
    calls = []
    for owner, name in (
        (CatalogTool, "searchResults"),
        (CatalogTool, "unrestrictedSearchResults"),
        (AbstractCatalogBrain, "getObject"),
        (AbstractCatalogBrain, "_unrestrictedGetObject"),
    ):
        original = getattr(owner, name)

        def counting(self, *given, original=original, name=name, **named):
            calls.append(name)
            return original(self, *given, **named)

        monkeypatch.setattr(owner, name, counting)
    return calls


@pytest.fixture
def made(monkeypatch, visit, everything):
    """Visit the Vietnamese home page: its words, and which blocks were made for it."""
    from eduportal.home import page

    names = []
    original = page._made

    def noting(block):
        names.append(block.name)
        return original(block)

    monkeypatch.setattr(page, "_made", noting)

    def open_page():
        names.clear()
        words = visit("/vi").words("main")
        return words, set(names) - ALWAYS

    open_page()
    return open_page


def test_every_block_tells_all_that_it_asks(functional, functional_portal, everything, asked):
    setSite(functional_portal)
    request, home = functional["request"], functional_portal["vi"]
    told = {}
    for placement in store.published():
        block = block_of(home, request, placement)
        if block is None or block.name in ALWAYS:
            continue
        contents.urgent_now(block)
        contents.sections(block)
        asked.clear()
        with learning(request) as learned:
            block.update()
            if block.available:
                block.render()
        told[block.name] = (asked.copy(), [one for one in learned if one[0] is contents._answer])
    assert {name: calls for name, (calls, one) in told.items() if len(calls) != len(one)} == {}
    assert len(told) > 12


def test_a_home_page_made_after_a_change_wakes_no_item(visit, everything, managing, asked):
    """A query for each block, for the menu, what is urgent, and the page in the other language."""
    visit("/vi")
    with managing():
        everything.reindexObject()
    asked.clear()
    visit("/vi")
    shown = [one for one in store.published() if not one.hidden]
    assert set(asked) == {"searchResults"}
    assert len(asked) <= len(shown) + 3


def test_a_change_that_concerns_no_block_leaves_them_all(made, everything, managing, publish):
    publish("unit-news", "Other", language="en", type="News Item")
    assert made()[1] == set()


def test_a_new_document_concerns_the_block_of_documents(made, everything, publish):
    publish("document-register", "Thông tư mới", type="OfficialDocument")
    words, names = made()
    assert ("Thông tư mới" in words, names) == (True, {"documents"})


def test_what_is_edited_withdrawn_or_comes_back_is_shown_so(made, everything, managing):
    with managing():
        everything.title = "Tin đã sửa"
        everything.reindexObject(idxs=["Title"])
    edited, names = made()
    with managing():
        api.content.transition(everything, "withdraw", comment="Nhầm")
    withdrawn, _names = made()
    with managing():
        api.content.transition(everything, to_state="published")
    back, _names = made()
    assert [("Tin đã sửa" in words) for words in (edited, withdrawn, back)] == [True, False, True]
    assert names == {"lead", "news"}


def test_a_sections_new_name_and_place_show_in_the_menu(
    visit, everything, managing, functional_portal
):
    visit("/vi")
    home = functional_portal["vi"]
    with managing():
        home["van-ban"].title = "Sách và giấy tờ"
        home["van-ban"].reindexObject()
    renamed = visit("/vi").all_words(".edu-menu__list > li > a")
    with managing():
        home.moveObjectsToTop(["van-ban"])
        home["van-ban"].reindexObject()
    moved = visit("/vi").all_words(".edu-menu__list > li > a")
    assert renamed.index("Sách và giấy tờ") > 1
    others = [one for one in renamed[1:] if one != moved[1]]
    assert moved == [renamed[0], "Sách và giấy tờ", *others]


def test_a_setting_makes_all_blocks_anew(made, everything, managing):
    with managing():
        caching.touch()
    assert "contact" in made()[1]


class Count(QuickLinks):
    """An add-on's block that asks what its base class does not."""

    def update(self):
        found = api.content.find(portal_type="Document", review_state="published")
        self.links = [QuickLink(f"{len(found)} trang", "/")]


def test_a_derived_block_may_ask_more(visit, arrange, publish):
    provideAdapter(Count, (Interface, IEduportal), IHomeBlock, name="count")
    try:
        arrange(("count", "right"))
        before = visit("/vi").words(".edu-block--count a")
        publish("procedure-list", "Thêm một trang")
        after = visit("/vi").words(".edu-block--count a")
    finally:
        getGlobalSiteManager().unregisterAdapter(
            Count, (Interface, IEduportal), IHomeBlock, name="count"
        )
    assert int(after.split()[0]) == int(before.split()[0]) + 1
