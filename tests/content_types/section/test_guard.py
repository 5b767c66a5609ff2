"""Mandated sections are renamed, moved and hidden, but deleted by a Manager only."""

from eduportal import sections
from eduportal.content_types.section.guard import MandatedSectionRefused
from html import unescape
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from plone.protect.authenticator import createToken
import pytest
import requests
import transaction

PASSWORD = "mat khau dai cua nguoi thu"
ROLES = ["Editor", "Reviewer", "Site Administrator"]


@pytest.fixture
def staff(portal):
    """One person per role, named like it."""
    return recruit()


def recruit():
    for role in ROLES:
        name = role.lower().replace(" ", "")
        with api.env.adopt_roles(["Manager"]):
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.user.grant_roles(username=name, roles=[role, "Contributor"])
    return [role.lower().replace(" ", "") for role in ROLES]


@pytest.fixture
def site(http):
    recruit()
    transaction.commit()
    return http


def ask(site, person, method, content, suffix="", **more):
    portal = site["portal"]
    path = "/".join(content.getPhysicalPath()[2:])
    url = f"http://{site['host']}:{site['port']}/{portal.getId()}/{path}{suffix}"
    auth = (person, PASSWORD)
    if person == "manager":
        auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    return requests.request(method, url, auth=auth, allow_redirects=False, **more)


def test_nobody_below_manager_deletes_a_mandated_section_or_what_holds_one(portal, staff):
    news = sections.find("announcements")
    holder = news.aq_parent
    for person in staff:
        with api.env.adopt_user(person):
            for content in (news, holder, portal.vi):
                with pytest.raises(MandatedSectionRefused):
                    content.aq_parent._delObject(content.getId())
    # the catalogue is rolled back by a request's end only
    assert portal.unrestrictedTraverse(news.getPhysicalPath()).section_id == "announcements"


def test_a_section_of_the_units_own_is_deleted_unless_it_holds_a_mandated_one(portal, staff):
    with api.env.adopt_roles(["Manager"]):
        own = createContentInContainer(portal.vi, "Section", title="Chuyên đề")
    with api.env.adopt_user("siteadministrator"):
        api.content.move(sections.find("news"), own)
        with pytest.raises(MandatedSectionRefused):
            portal.vi.manage_delObjects([own.getId()])
        api.content.move(sections.find("news"), portal.vi)
        portal.vi.manage_delObjects([own.getId()])
    assert (own.getId() in portal.vi, sections.find("news").aq_parent) == (False, portal.vi)


@pytest.mark.parametrize("person", ["siteadministrator"])
def test_a_mandated_section_is_renamed_and_moved_and_found_by_its_id(portal, staff, person):
    with api.env.adopt_user(person):
        news = sections.find("news")
        api.content.rename(news, new_id="ban-tin")
        api.content.move(sections.find("news"), portal.vi)
        portal.vi["ban-tin"].title = "Bản tin"
        portal.vi["ban-tin"].reindexObject()
    assert sections.find("news").absolute_url() == f"{portal.vi.absolute_url()}/ban-tin"


def test_a_manager_deletes_a_mandated_section(portal):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(sections.find("news"), check_linkintegrity=False)
    assert sections.find("news") is None


def test_rest_answers_403_with_the_sentence_that_names_the_rule(site):
    news = sections.find("news")
    accept = {"Accept": "application/json"}
    answers = [
        ask(site, "siteadministrator", "DELETE", content, headers=accept)
        for content in (news, news.aq_parent)
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert [answer.json()["message"] for answer in answers] == [
        f"Chuyên mục “{title}” là bắt buộc nên không thể xóa (Thông tư 53/2012/TT-BGDĐT, "
        f"{article}). Có thể đổi tên, chuyển chỗ hoặc ẩn chuyên mục này."
        for title, article in (
            ("Tin tức – Sự kiện", "Điều 13"),
            ("Chức năng, nhiệm vụ, quyền hạn", "Điều 14.1.b"),
        )
    ]
    transaction.begin()
    assert sections.find("news") is not None


@pytest.mark.parametrize("person", ["editor", "siteadministrator"])
def test_the_screens_for_deleting_show_the_sentence_and_delete_nothing(site, person):
    news = sections.find("news")
    with api.env.adopt_user(person):
        token = createToken()
    confirm = ask(
        site,
        person,
        "POST",
        news,
        "/delete_confirmation",
        data={"form.buttons.Delete": "Xóa", "_authenticator": token},
        headers={"Accept": "text/html"},
    )
    contents = ask(
        site,
        person,
        "POST",
        news.aq_parent,
        "/@@fc-delete",
        data={"selection": f'["{news.UID()}"]', "_authenticator": token},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert [confirm.status_code, contents.status_code] == [403, 403]
    assert [news.title in unescape(answer.text) for answer in (confirm, contents)] == [True, True]
    transaction.begin()
    assert sections.find("news") is not None


def test_the_whole_site_is_deleted_by_a_manager(functional_app, functional_portal):
    with api.env.adopt_roles(["Manager"]):
        functional_app._delObject(functional_portal.getId())
    assert functional_portal.getId() not in functional_app.objectIds()


def test_the_kit_is_uninstalled_and_its_sections_stay(portal):
    with api.env.adopt_roles(["Manager"]):
        path = sections.find("news").getPhysicalPath()
        setup = api.portal.get_tool("portal_setup")
        setup.runAllImportStepsFromProfile("profile-eduportal:uninstall")
    assert portal.unrestrictedTraverse(path).section_id == "news"
