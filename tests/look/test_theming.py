"""Own themes: only with a host of one's own, and when the instance's administrator allows it."""

from dataclasses import replace
from eduportal.look import theming
from eduportal.units import settings
from plone import api
from zope.globalrequest import getRequest
import pytest
import transaction

SCREENS = ("@@theming-controlpanel", "@@themeFileUpload", "@@resourceregistry-controlpanel")
RECORD = "plone.app.theming.interfaces.IThemeSettings.custom_css"
DOMAIN = "localhost"
"""Where the tests reach the portal."""


def statuses(office, person):
    return {
        screen: office.ask(person, "GET", f"{office.url}/{screen}").status_code
        for screen in SCREENS
    }


def written(office, person):
    """Whether somebody's styles reach the portal, by whatever screen."""
    office.ask(
        person,
        "POST",
        f"{office.url}/@@theming-controlpanel",
        data={
            "form.button.AdvancedSave": "1",
            "custom_css": "body{color:red}",
            "_authenticator": office.token(person),
        },
    )
    office.rest(person, "PATCH", f"{office.url}/@registry", json={RECORD: "body{color:red}"})
    transaction.begin()
    getRequest().other.pop("_plone_registry_cache", None)
    return api.portal.get_registry_record(RECORD) == "body{color:red}"


def settle(office, allowed, domain):
    settings.store(replace(settings.current_unit(), domain=domain))
    theming.set_allowed(office.portal, allowed)
    transaction.commit()


@pytest.mark.parametrize(
    ("allowed", "domain"), [(False, DOMAIN), (True, ""), (False, "")], ids=["host", "leave", "none"]
)
def test_with_one_of_the_two_missing_an_administrator_brings_nothing_in(office, allowed, domain):
    settle(office, allowed, domain)

    assert set(statuses(office, "administrator").values()) <= {302, 401, 403}
    assert not written(office, "administrator")


def test_with_both_an_administrator_themes_the_portal(office):
    settle(office, True, DOMAIN)

    found = statuses(office, "administrator")
    assert [found[screen] for screen in ("@@theming-controlpanel", SCREENS[2])] == [200, 200]
    assert set(statuses(office, "chief").values()) <= {302, 401, 403}
    assert written(office, "administrator")

    settle(office, False, DOMAIN)
    assert set(statuses(office, "administrator").values()) <= {302, 401, 403}


def test_the_portal_then_answers_at_its_own_host_alone(office):
    settle(office, True, "c1hoasen.tinhmau.edu.vn")
    answer = office.ask("", "GET", f"{office.url}/vi?trang=2")
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        "https://c1hoasen.tinhmau.edu.vn/vi?trang=2",
    )
    rest = office.rest("manager", "GET", f"{office.url}/vi")
    assert rest.status_code == 302


def test_a_unit_does_not_allow_itself(office):
    for person, expected in (("administrator", False), ("manager", True)):
        token = (
            office.token("administrator") if person == "administrator" else manager_token(office)
        )
        office.ask(
            person,
            "POST",
            f"{office.url}/@@look",
            data={"part": "theming", "allowed": "1", "_authenticator": token},
        )
        transaction.begin()
        assert theming.is_allowed(office.portal) is expected


def manager_token(office):
    page = office.ask("manager", "GET", f"{office.url}/@@look").text
    return page.partition('name="_authenticator"')[2].partition('value="')[2].partition('"')[0]


def test_applying_the_profile_again_keeps_what_was_allowed(office):
    settle(office, True, DOMAIN)
    before = [api.portal.get().rolesOfPermission(name) for name in theming.PERMISSIONS]
    with api.env.adopt_roles(["Manager"]):
        setup = api.portal.get_tool("portal_setup")
        setup.runAllImportStepsFromProfile("profile-eduportal:default")
    assert [api.portal.get().rolesOfPermission(name) for name in theming.PERMISSIONS] == before


def test_a_portal_without_a_unit_has_no_host_beside_one_that_has(plain):
    assert settings.unit_of(plain.aq_parent.plone)
    assert theming.own_host(plain) == ""
