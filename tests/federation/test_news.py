"""An office's news in its members' portals: by reference, and only what a visitor may see."""

from DateTime import DateTime
from eduportal import federation
from eduportal.sections import find
from plone import api
from zope.component.hooks import setSite
import pytest
import transaction

UNIT = "eduportal.unit"


@pytest.fixture
def offered(functional_portal):
    """What members are offered; the portal is an office and stands for its own member as well."""
    api.portal.set_registry_record(f"{UNIT}.tier", "so")
    api.portal.set_registry_record(f"{UNIT}.parent", functional_portal.getId())
    transaction.commit()

    def titles(language="vi", most=20):
        setSite(functional_portal)
        return [one["title"] for one in federation.parents_news(functional_portal, language, most)]

    return titles


def test_published_news_are_offered_until_they_are_withdrawn_moved_or_gone(
    offered, publish, managing
):
    publish("unit-news", "Một", type="News Item")
    two = publish("unit-news", "Hai", type="News Item")
    publish("history", "Không phải tin")
    assert sorted(offered()) == ["Hai", "Một"]
    with managing():
        two.title = "Hai (sửa)"
        two.reindexObject()
        api.content.rename(two, "so-hai")
    assert "Hai (sửa)" in offered()
    with managing():
        api.content.transition(two, "withdraw", comment="Nhầm")
    assert offered() == ["Một"]
    with managing():
        api.content.transition(find("unit-news"), "section_hide")
    assert offered() == []


def test_what_is_over_is_not_offered_though_nobody_changed_anything(offered, publish, managing):
    item = publish("unit-news", "Họp", type="News Item")
    with managing():
        item.setExpirationDate(DateTime() + 1)
        item.reindexObject()
        federation.share_news(api.portal.get())
    (entry,) = federation.parents_news(api.portal.get(), "vi", 5)
    assert (entry["title"], entry["url"].endswith(entry["path"])) == ("Họp", True)
    with managing():
        item.setExpirationDate(DateTime() - 1)
        item.reindexObject()
        federation.share_news(api.portal.get())
    assert offered() == []


def test_english_readers_get_english_news_and_vietnamese_where_there_are_none(offered, publish):
    publish("unit-news", "Tin", type="News Item")
    assert offered("en") == ["Tin"]
    publish("unit-news", "News", type="News Item", language="en")
    assert (offered("en"), offered("vi")) == (["News"], ["Tin"])


def test_a_school_without_members_offers_nothing(functional_portal, publish):
    publish("unit-news", "Tin", type="News Item")
    root = functional_portal.aq_parent
    assert getattr(root.aq_base, "_eduportal_shared_news", {}) == {}
