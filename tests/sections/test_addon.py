"""Sections that an add-on's mandate brings to a portal that stands already."""

from eduportal import mandate
from eduportal import sections
from eduportal.provisioning.portal import complete
from pathlib import Path
from plone import api
import pytest

ADDON = Path(__file__).parent / "addon"


@pytest.fixture
def addon():
    mandate.register_catalogue("clubs-addon", ADDON)
    yield
    mandate.unregister_catalogue("clubs-addon")


def test_an_addons_sections_are_built_when_the_profile_is_applied_again(portal, manager, addon):
    assert sections.diff(portal) == sections.Diff(missing=["vi/clubs", "en/clubs"])
    complete(api.portal.get_tool("portal_setup"))
    assert not sections.diff(portal)
    clubs = sections.find("clubs")
    assert (clubs.title, clubs.aq_parent) == ("Câu lạc bộ", sections.find("about"))
    assert sections.find("clubs", "en").title == "Clubs"


def test_sections_of_an_addon_that_was_taken_out_stay_as_the_units_own(portal, manager):
    mandate.register_catalogue("clubs-addon", ADDON)
    try:
        complete(api.portal.get_tool("portal_setup"))
    finally:
        mandate.unregister_catalogue("clubs-addon")
    paths = ["/".join(sections.find("clubs", one).getPhysicalPath()[2:]) for one in ("en", "vi")]
    assert sections.diff(portal) == sections.Diff(extra=paths)
