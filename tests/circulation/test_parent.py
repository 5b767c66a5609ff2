"""A parent's documents in its members' portals: by reference, opt-in, capped, never stale."""

from dataclasses import replace
from DateTime import DateTime
from datetime import date
from eduportal import federation
from eduportal.federation.shared import KEY
from eduportal.provisioning import install
from eduportal.provisioning.requests import fresh
from eduportal.testing import SCHOOL
from plone import api
from Products.CMFPlone.factory import addPloneSite
from tests.conftest import STOCK
from zope.lifecycleevent import modified
import pytest
import requests
import transaction

MEMBER = replace(SCHOOL, id="member", parent="plone", domain="member.tinhmau.edu.vn")


@pytest.fixture
def member(office):
    """A school's portal below the office, in the same instance, that shows three documents."""
    app = office.portal.aq_parent
    with fresh(app) as root:
        addPloneSite(root, "member", title="Trường", setup_content=False, extension_ids=STOCK)
    with fresh(app, "member") as portal:
        install(portal, MEMBER)
        show(3)
    transaction.commit()
    return f"{office.base}/member"


def show(count):
    api.portal.set_registry_record("eduportal.circulation.show_parent", count)


def offer(office, number, **fields):
    document = office.file(number=number, published=True, **fields)
    office.choose(document, members="1")
    return document


def box(member, language="vi"):
    return requests.get(f"{member}/{language}/@@parent_documents").text


def numbers(member):
    text = box(member)
    return [number for number in ("1/QĐ", "2/QĐ", "3/QĐ", "4/QĐ", "5/QĐ") if number in text]


def test_a_member_shows_what_its_parent_offers_with_a_link_to_the_parent(office, member):
    document = offer(office, "1/QĐ", title="Kế hoạch <b>năm học</b>", issued_on=date(2026, 9, 1))
    office.file(number="2/QĐ", published=True)
    text = box(member)
    assert numbers(member) == ["1/QĐ"]
    assert f'href="{office.address(document)}"' in text
    assert "Kế hoạch &lt;b&gt;năm học&lt;/b&gt;" in text
    assert "(01/09/2026)" in text


def test_the_box_is_absent_where_the_member_did_not_ask_for_it(office, member):
    offer(office, "1/QĐ")
    with fresh(office.portal.aq_parent, "member"):
        show(0)
    transaction.commit()
    assert box(member) == ""


def test_only_the_newest_are_shown_and_only_twenty_are_kept(office, member):
    for day in range(1, 24):
        office.file(number=f"{day}/QĐ", issued_on=date(2026, 1, day))
    brains = office.portal.portal_catalog.unrestrictedSearchResults(portal_type="OfficialDocument")
    for brain in brains:
        document = brain._unrestrictedGetObject()
        office.move(document, "publish")
        office.choose(document, members="1")
    transaction.begin()
    kept = getattr(office.portal.aq_parent, KEY)["plone"]
    assert [one["number"] for one in kept] == [f"{day}/QĐ" for day in range(23, 3, -1)]
    assert box(member).count("<li>") == 3


@pytest.mark.parametrize("way", ["withdraw", "delete", "unmark", "expire", "hide"])
def test_what_is_no_longer_public_is_gone_from_the_members_at_once(office, member, way):
    document = offer(office, "1/QĐ")
    offer(office, "2/QĐ")
    before = numbers(member)
    with api.env.adopt_roles(["Manager"]):
        if way == "withdraw":
            api.content.transition(document, "withdraw", comment="Sai ngày")
        elif way == "delete":
            api.content.delete(document)
        elif way == "expire":
            document.setExpirationDate(DateTime() - 1)
            modified(document)
        elif way == "hide":
            # roles taken away by hand
            document.manage_permission("View", ["Manager"], acquire=0)
            modified(document)
    transaction.commit()
    if way == "unmark":
        office.choose(document)
    assert (before, numbers(member)) == (["1/QĐ", "2/QĐ"], ["2/QĐ"])


def test_a_draft_that_is_marked_is_unseen_until_it_is_published(office, member):
    document = office.file(number="3/QĐ")
    office.choose(document, members="1")
    before = box(member)
    office.move(document, "publish")
    assert (before, numbers(member)) == ("", ["3/QĐ"])


def test_a_correction_and_a_move_are_followed(office, member):
    document = offer(office, "1/QĐ")
    with api.env.adopt_roles(["Manager"]):
        document.title = "Trích yếu đã sửa"
        modified(document)
        transaction.commit()
        api.content.rename(document, "dia-chi-moi")
    transaction.commit()
    text = box(member)
    assert ("Trích yếu đã sửa" in text, f'{office.address(document)}"' in text) == (True, True)
    assert "dia-chi-moi" in office.address(document)


def test_it_is_no_content_of_the_member(office, member):
    offer(office, "1/QĐ", title="Chuyện chỉ cấp trên kể")
    asked = {"SearchableText": '"chỉ cấp trên kể"'}
    searched = requests.get(f"{member}/vi/@@search", params=asked).text
    rest = requests.get(
        f"{member}/vi/@search",
        params=asked,
        headers={"Accept": "application/json"},
    ).json()
    assert ("Chuyện chỉ cấp trên kể" in searched, rest["items_total"]) == (False, 0)
    register = requests.get(f"{member}/vi/van-ban/he-thong-van-ban").text
    feed = requests.get(f"{member}/vi/@@register.rss").text
    documents = requests.get(
        f"{member}/vi/@documents", headers={"Accept": "application/json"}
    ).json()
    assert register.count("Chuyện chỉ cấp trên kể") == 1
    assert "edu-parent-documents" in register
    assert ("Chuyện chỉ cấp trên kể" in feed, documents["total"]) == (False, 0)


def test_a_members_page_reads_no_catalogue_of_its_parent(office, member):
    """The box is read from the root of the instance; the catalogue of the office stays asleep."""
    offer(office, "1/QĐ")
    app = office.portal.aq_parent
    transaction.begin()
    with fresh(app, "member") as portal:
        app._p_jar.cacheMinimize()
        found = federation.parents_documents(portal, 3)
        assert [one["number"] for one in found] == ["1/QĐ"]
        assert app.plone.portal_catalog._p_changed is None


def test_a_closed_parent_offers_nothing(office, member):
    offer(office, "1/QĐ")
    office.portal.aq_parent._eduportal_snapshots["plone"]["closed"] = True
    transaction.commit()
    assert box(member) == ""


def test_at_a_host_of_its_own_the_link_is_the_parents_domain(office, member):
    document = offer(office, "1/QĐ")
    with fresh(office.portal.aq_parent, "member") as portal:
        portal.REQUEST["VirtualRootPhysicalPath"] = ("", "member")
        (one,) = federation.parents_documents(portal, 3)
    path = "/".join(document.getPhysicalPath()[2:])
    assert one["url"] == f"https://tinhmau.edu.vn/{path}"


def test_a_deleted_portal_and_one_without_the_kit_offer_nothing(office, member):
    offer(office, "1/QĐ")
    app = office.portal.aq_parent
    with api.env.adopt_roles(["Manager"]):
        setup = api.portal.get_tool("portal_setup")
        setup.runAllImportStepsFromProfile("profile-eduportal:uninstall")
    assert "plone" not in getattr(app, KEY)


def test_deleting_a_portal_takes_its_list_along(office, member):
    app = office.portal.aq_parent
    with fresh(app, "member") as portal:
        federation.share_documents(portal, [{"number": "x", "path": "x"}])
        assert "member" in getattr(app, KEY)
    with fresh(app) as root:
        root._delObject("member")
    assert "member" not in getattr(app, KEY)
