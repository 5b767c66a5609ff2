"""The kit is taken away: the site is Plone's again, its content stays, and it can come back."""

from eduportal import sections
from eduportal.provisioning import install
from eduportal.testing import SCHOOL
from dataclasses import replace
from plone import api
from tests.site_state import content
from tests.site_state import difference
from tests.site_state import state


def apply(profile):
    api.portal.get_tool("portal_setup").runAllImportStepsFromProfile(f"profile-{profile}")


def test_nothing_of_the_kit_is_left_in_a_site_without_content(plain):
    before = state(plain)
    install(plain, replace(SCHOOL, id="plain"))
    apply("eduportal:uninstall")
    d = difference(before, state(plain))
    import pprint; pprint.pprint(d)
    assert d == {}
