"""Several portals in one process: types, settings and languages never mix."""

from Acquisition import aq_base
from dataclasses import replace
from eduportal import sample
from eduportal.provisioning import install
from eduportal.provisioning.requests import fresh
from eduportal.testing import SCHOOL
from eduportal.units.settings import current_unit
from plone import api
from plone.dexterity.schema import SCHEMA_CACHE
from plone.dexterity.schema import lookup_fti
from plone.dexterity.utils import createContentInContainer
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
import pytest


def test_each_portal_is_read_with_its_own_types(plain):
    app = plain.aq_parent
    with fresh(app, "plone") as school:
        theirs = lookup_fti("Section"), current_unit().id
        schema = SCHEMA_CACHE.get("Section")
    ours = lookup_fti("Section", cache=False)
    install(plain, replace(SCHOOL, id="plain", tier="C2"))

    assert theirs == (school.portal_types.Section, "plone")
    assert (schema is not None, ours) == (True, None)
    assert aq_base(lookup_fti("Section", cache=False)) is aq_base(plain.portal_types.Section)
    assert (current_unit().id, current_unit().tier) == ("plain", "C2")


def test_what_was_in_force_comes_back_after_a_look_at_a_neighbour(plain):
    before = getSite(), getRequest()
    with pytest.raises(ValueError, match="stop"), fresh(plain.aq_parent, "plone"):
        assert getSite().getId() == "plone"
        raise ValueError("stop")
    assert (getSite(), getRequest()) == before


def test_every_object_has_the_language_of_its_root(plain):
    install(plain, replace(SCHOOL, id="plain"))
    sample.load(plain)
    createContentInContainer(plain["en"]["news-and-events"], "News Item", title="News")
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        path={"query": [f"/plain/{language}" for language in ("vi", "en")]}
    )
    wrong = {
        brain.getPath(): brain.Language
        for brain in brains
        if brain.Language != brain.getPath().split("/")[2] and "assets" not in brain.getPath()
    }

    assert len(brains) > 100
    assert wrong == {}


def test_visitors_see_both_language_roots_of_a_new_portal(plain):
    install(plain, replace(SCHOOL, id="plain"))
    with api.env.adopt_roles(["Anonymous"]):
        seen = {
            language: api.user.has_permission("View", obj=plain[language])
            for language in ("vi", "en")
        }

    assert seen == {"vi": True, "en": True}
    assert [api.content.get_state(plain[language]) for language in ("vi", "en")] == [
        "published",
        "published",
    ]


def test_records_of_registers_exist_once(plain):
    install(plain, replace(SCHOOL, id="plain"))
    sample.load(plain)
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type=["OfficialDocument", "Resource"]
    )

    assert {brain.getPath().split("/")[2] for brain in brains} == {"vi"}
