"""The kit is taken away: the site is Plone's again, its content stays, and it can come back."""

from Acquisition import aq_base
from dataclasses import replace
from eduportal import sample
from eduportal import sections
from eduportal.federation import snapshots
from eduportal.mail.outbox import Outbox
from eduportal.provisioning import install
from eduportal.testing import SCHOOL
from plone import api
from plone.dexterity.utils import createContentInContainer
from Products.MailHost.interfaces import IMailHost
from tests.site_state import content
from tests.site_state import difference
from tests.site_state import state
from zope.component import getUtility
import requests
import transaction

UNIT = replace(SCHOOL, id="plain")
TYPES = {"FormTemplate", "OfficialDocument", "Procedure", "Resource", "Section", "Service"}
GROUPS = (
    "administrators",
    "case-officers",
    "cashiers",
    "chief-editors",
    "contributors",
    "editors",
    "feedback-readers",
)
STOCK_GROUPS = ("Administrators", "Reviewers", "Site Administrators")


def uninstall():
    setup = api.portal.get_tool("portal_setup")
    setup.runAllImportStepsFromProfile("profile-eduportal:uninstall")


def dates(portal):
    """When each item was changed last, as it says and as the catalogue says; but the portal."""
    return {
        brain.getPath(): (brain.modified, brain._unrestrictedGetObject().modification_date)
        for brain in portal.portal_catalog.unrestrictedSearchResults()
        if brain.portal_type != "Plone Site"
    }


def names(found):
    return {place: sorted(changes) for place, changes in found.items()}


def test_only_language_time_people_and_what_holds_content_differ_from_before(plain):
    before = state(plain)
    install(plain, UNIT)
    uninstall()
    found = difference(before, state(plain))

    kept = ("FormTemplate.", "Section.")
    types = {name for name in found.pop("types") if not name.startswith(kept)}
    assert types == {"Plone Site.default_view", "Plone Site.view_methods"}
    assert names(found) == {
        "groups": sorted([*STOCK_GROUPS, *GROUPS]),
        "records": [
            "plone.always_show_selector",
            "plone.available_languages",
            "plone.available_timezones",
            "plone.default_language",
            "plone.email_from_address",
            "plone.email_from_name",
            "plone.first_weekday",
            "plone.portal_timezone",
            "plone.use_cookie_negotiation",
        ],
    }


def test_no_name_of_the_kit_is_left_and_its_types_take_nothing_new(plain):
    install(plain, UNIT)
    sample.load(plain)
    installed = ours()
    known_to_neighbours = "plain" in snapshots(plain.aq_parent)
    uninstall()

    assert {place for place, found in installed.items() if not found} == set()
    assert ours() == dict.fromkeys(PLACES, [])
    assert {name: api.portal.get_tool("portal_types")[name].global_allow for name in TYPES} == (
        dict.fromkeys(TYPES, False)
    )
    places = (plain["vi"], plain["vi"]["tin-tuc-su-kien"])
    assert [TYPES & {fti.getId() for fti in place.allowedContentTypes()} for place in places] == [
        set(),
        set(),
    ]
    assert not isinstance(aq_base(plain.MailHost), Outbox)
    assert aq_base(getUtility(IMailHost)) is aq_base(plain.MailHost)
    assert (known_to_neighbours, "plain" in snapshots(plain.aq_parent)) == (True, False)


PLACES = (
    "records",
    "indexes",
    "columns",
    "layers",
    "panels",
    "actions",
    "roles",
    "workflows",
    "profiles",
)
OURS = (
    "edu",
    "Case Officer",
    "Cashier",
    "Feedback Reader",
    "case",
    "editorial",
    "section",
    "user/submissions",
    "user/author-fees",
    "user/duties",
    "user/payments",
    "user/notification-settings",
)


def ours():
    now = state(api.portal.get())
    return {place: [name for name in now[place] if name.startswith(OURS)] for place in PLACES}


def test_content_stays_where_it_is_and_as_public_as_it_was(plain):
    install(plain, UNIT)
    sample.load(plain)
    news = sections.find("news")
    draft = createContentInContainer(news, "News Item", title="Bản nháp")
    waiting = createContentInContainer(news, "News Item", title="Chờ duyệt")
    api.content.transition(waiting, "submit")
    createContentInContainer(news, "File", title="Tệp chưa duyệt")
    before = content(plain)
    uninstall()
    after = content(plain)

    assert {path: (*one[:2], "Anonymous" in one[3]) for path, one in after.items()} == {
        path: (*one[:2], "Anonymous" in one[3]) for path, one in before.items()
    }
    assert [api.content.get_state(one) for one in (draft, waiting, news, plain["vi"])] == [
        "private",
        "pending",
        "published",
        "published",
    ]
    with api.env.adopt_roles(["Site Administrator"]):
        api.content.delete(news)
    assert "tin-tuc-su-kien" not in plain["vi"]


def test_a_second_run_changes_nothing_and_installed_again_it_finds_its_sections(plain):
    install(plain, UNIT)
    sample.load(plain)
    before = state(plain), content(plain)
    changed_on = dates(plain)
    uninstall()
    once = state(plain), content(plain)
    uninstall()
    twice = state(plain), content(plain)
    install(plain, UNIT)

    assert once == twice

    assert difference(before[0], state(plain)) == {}
    assert difference({"": before[1]}, {"": content(plain)}) == {}
    assert dates(plain) == changed_on
    assert sections.find("news").absolute_url() == f"{plain.absolute_url()}/vi/tin-tuc-su-kien"


def test_what_was_public_answers_to_visitors_after_the_kit_is_gone(http):
    portal = http["portal"]
    with api.env.adopt_roles(["Manager"]):
        sample.load(portal)
        public = [
            path
            for path, brain in content(portal).items()
            if brain[0] in TYPES | {"LRF", "News Item"} and "Anonymous" in brain[3]
        ]
        uninstall()
    transaction.commit()
    base = f"http://{http['host']}:{http['port']}"
    answers = {path: requests.get(base + path).status_code for path in _one_of_each(public)}

    assert answers == dict.fromkeys(answers, 200)


def _one_of_each(paths):
    found = {}
    for path in paths:
        found.setdefault(getattr(api.content.get(path), "layout", path.count("/")), path)
        found.setdefault(api.content.get(path).portal_type, path)
    return sorted(set(found.values()))
