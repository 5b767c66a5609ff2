"""``GET /<unit>/@mandate``, asked over HTTP."""

from eduportal import mandate
from eduportal import sections
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.testing import setRoles
from plone.testing.zope import Browser
import json
import pytest
import transaction


@pytest.fixture
def ask(functional_portal, functional_app):
    """Ask ``@mandate`` as a visitor, or signed in; the answer's status and JSON."""

    def asked(query: str = "", signed_in: bool = False):
        transaction.commit()
        browser = Browser(functional_app)
        browser.raiseHttpErrors = False
        browser.addHeader("Accept", "application/json")
        if signed_in:
            browser.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
        browser.open(f"{functional_portal.absolute_url()}/@mandate{query}")
        return int(browser.headers["status"][:3]), json.loads(browser.contents)

    return asked


def by_id(answer):
    return {one["id"]: one for one in answer["requirements"]}


def test_the_answer_names_edition_tier_and_the_requirements_of_the_tier(functional_portal, ask):
    status, answer = ask()
    requirements = answer.pop("requirements")
    assert (status, answer) == (
        200,
        {
            "@id": f"{functional_portal.absolute_url()}/@mandate",
            "edition": "default",
            "tier": "school",
            "kind": "C1",
        },
    )
    catalogue = mandate.catalogue()
    assert [one["id"] for one in requirements] == [
        one.id for one in catalogue.requirements("school")
    ]
    keys = "id title obligation check state citations sections capability"
    assert {tuple(sorted(one)) for one in requirements} == {tuple(sorted(keys.split()))}


def test_a_requirement_says_who_asks_it_and_where_it_is_met(functional_portal, ask):
    _status, answer = ask()
    found = by_id(answer)["announcements"]
    assert found == {
        "id": "announcements",
        "title": "Thông báo của đơn vị",
        "obligation": "mandatory",
        "check": "sections",
        "state": "built",
        "citations": [
            {
                "source": "kontum",
                "number": "",
                "label": mandate.catalogue().source("kontum").label_vi,
                "where": "Phụ lục 16",
                "quote": "Thông báo của đơn vị",
                "validity": "unknown",
            },
            {
                "source": "q8",
                "number": "",
                "label": mandate.catalogue().source("q8").label_vi,
                "where": "ảnh chụp cổng mẫu",
                "quote": "THÔNG BÁO",
                "validity": "unknown",
            },
        ],
        "sections": [
            {
                "id": "announcements",
                "vi": sections.find("announcements", "vi").absolute_url(),
                "en": sections.find("announcements", "en").absolute_url(),
            }
        ],
        "capability": "sections",
    }


@pytest.mark.parametrize(
    ("query", "title", "label"),
    [
        ("", "Tin tức, sự kiện", "Thông tư 53/2012/TT-BGDĐT (đã được thay thế bởi 37/2020"),
        ("?lang=vi", "Tin tức, sự kiện", "Thông tư 53/2012/TT-BGDĐT (đã được thay thế bởi 37/2020"),
        ("?lang=en", "News and events", "Circular 53/2012/TT-BGDĐT (replaced by 37/2020"),
        ("?lang=fr", "Tin tức, sự kiện", "Thông tư 53/2012/TT-BGDĐT (đã được thay thế bởi 37/2020"),
    ],
)
def test_titles_and_labels_speak_the_language_asked_for(ask, query, title, label):
    _status, answer = ask(query)
    found = by_id(answer)["news-events"]
    labels = [one["label"] for one in found["citations"] if one["source"] == "tt53"]
    assert (found["title"], labels) == (title, [f"{label}/TT-BGDĐT)"])


def test_every_address_given_to_a_visitor_is_one_that_the_visitor_may_open(functional_portal, ask):
    _status, answer = ask()
    given = {
        (section["id"], language, section[language])
        for one in answer["requirements"]
        for section in one["sections"]
        for language in sections.LANGUAGES
    }
    stand = {
        (section_id, language, section.absolute_url())
        for (section_id, language), section in sections.sections_by_id(functional_portal).items()
    }
    roots = {
        ("home", language, functional_portal[language].absolute_url())
        for language in sections.LANGUAGES
    }
    assert given <= stand | roots
    assert roots <= given


def test_a_hidden_or_removed_section_has_no_address_for_a_visitor(functional_portal, ask):
    english = sections.find("announcements", "en")
    setRoles(functional_portal, TEST_USER_ID, ["Manager"])
    api.content.transition(english, "section_hide")
    api.content.delete(sections.find("announcements", "vi"))
    _status, answer = ask()
    assert by_id(answer)["announcements"]["sections"] == [
        {"id": "announcements", "vi": None, "en": None}
    ]
    _status, answer = ask(signed_in=True)
    assert by_id(answer)["announcements"]["sections"] == [
        {"id": "announcements", "vi": None, "en": english.absolute_url()}
    ]


def test_what_is_only_planned_is_never_called_built(ask):
    _status, answer = ask()
    said = {one["id"]: (one["check"], one["state"]) for one in answer["requirements"]}
    catalogue = mandate.catalogue()
    assert said == {one.id: (one.check, one.state) for one in catalogue.requirements("school")}
    assert ("manual", "built") not in said.values()


def test_a_site_without_a_unit_has_no_mandate(functional_portal, ask):
    functional_portal.portal_registry["eduportal.unit.tier"] = None
    assert ask() == (
        404,
        {"error": {"type": "NotFound", "message": "This site belongs to no unit yet."}},
    )
