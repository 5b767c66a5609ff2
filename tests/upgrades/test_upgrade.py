"""A portal made by an older version is brought to this one."""

from Acquisition import aq_base
from eduportal import search
from eduportal import upgrades
from eduportal.search.index import VietnameseTextIndex
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.registry.interfaces import IRegistry
from tests.site_state import content
from tests.site_state import difference
from tests.site_state import state
from zope.component import getUtility

PROFILE = "eduportal:default"


def setup():
    return api.portal.get_tool("portal_setup")


def found(typed):
    return [brain.getId for brain in api.portal.get_tool("portal_catalog")(SearchableText=typed)]


def make_old(portal):
    """As version 1000 left a portal: Plone's index, no list of abbreviations."""
    search.give_back_index(portal)
    del getUtility(IRegistry).records["eduportal.search.synonyms"]
    api.portal.get_tool("portal_controlpanel").unregisterConfiglet("eduportal-search")
    setup().setLastVersionForProfile(PROFILE, "1000")


def test_a_new_portal_has_every_step_behind_it(portal):
    version = setup().getVersionForProfile(PROFILE)
    assert upgrades.upgrade(portal) == upgrades.Upgraded("plone", version, version, [])


def test_every_step_leads_to_the_next_and_the_last_to_the_profile(portal):
    steps = [
        step for group in setup().listUpgrades(PROFILE, show_old=True) for step in _flat(group)
    ]
    assert [step["ssource"] for step in steps[1:]] == [step["sdest"] for step in steps[:-1]]
    assert steps[0]["ssource"] == "1000"
    assert steps[-1]["sdest"] == setup().getVersionForProfile(PROFILE)


def _flat(group):
    return group if isinstance(group, list) else [group]


def test_an_old_portal_gets_the_index_and_loses_nothing(portal):
    with api.env.adopt_roles(["Manager"]):
        createContentInContainer(
            portal["vi"], "Document", checkConstraints=False, id="quy", title="Quỳ Châu GD&ĐT"
        )
        api.portal.set_registry_record("plone.site_title", "Cổng của chúng tôi")
        before = state(portal), content(portal)
        make_old(portal)
        assert found("qui chau giáo dục và đào tạo") == []
        done = upgrades.upgrade(portal)
        again = upgrades.upgrade(portal)
        after = state(portal), content(portal)

        assert (done.unit, done.before, done.after) == (
            "plone",
            "1000",
            setup().getVersionForProfile(PROFILE),
        )
        assert done.steps[0] == "Search that understands Vietnamese"
        assert (again.before, again.steps) == (done.after, [])
        assert difference(before[0], after[0]) == {}
        assert before[1] == after[1]
        index = api.portal.get_tool("portal_catalog")._catalog.indexes["SearchableText"]
        assert type(aq_base(index)) is VietnameseTextIndex
        assert found("qui chau giáo dục và đào tạo") == ["quy"]


def test_a_site_without_the_kit_is_left_alone(plain):
    before = state(plain)
    assert upgrades.upgrade(plain) == upgrades.Upgraded("plain", "", "", [])
    assert difference(before, state(plain)) == {}
