"""What ``sections.diff`` says of a portal that people have worked on."""

from dataclasses import asdict
from eduportal import sections
from eduportal.sections.builder import BUILT
from eduportal.sections.kind import NoUnitError
from plone import api
from plone.app.multilingual.interfaces import ITranslationManager
from zope.annotation.interfaces import IAnnotations
import json
import pytest


def path_of(content):
    return "/".join(content.getPhysicalPath()[2:])


def test_a_new_portal_does_not_differ(portal):
    assert sections.diff(portal) == sections.Diff()
    assert not sections.diff(portal)


def test_everything_that_people_did_is_named(portal, manager):
    news = sections.find("news")
    news.title = "Bản tin nhà trường"
    news.reindexObject()
    yearbook = api.content.move(sections.find("yearbook"), sections.find("about"))
    # a new short name is no difference
    api.content.rename(sections.find("contact"), new_id="lien-he-chung-toi")
    api.content.transition(sections.find("forum", "en"), "section_hide")
    api.content.delete(sections.find("press"))
    own = api.content.create(portal.vi, "Section", title="Câu lạc bộ cờ vua", language="vi")
    ITranslationManager(sections.find("polls")).remove_translation("en")
    built = IAnnotations(portal)[BUILT]
    api.content.delete(sections.find("history", "en"))
    IAnnotations(portal)[BUILT] = tuple(key for key in built if key != "en/history")
    assert sections.diff(portal) == sections.Diff(
        missing=["en/history"],
        removed=["vi/press"],
        retitled=[("vi/news", "Tin tức – Sự kiện", "Bản tin nhà trường")],
        moved=[("vi/yearbook", path_of(yearbook))],
        hidden=["en/forum"],
        extra=[path_of(own)],
        unlinked=["polls"],
    )


def test_a_section_that_another_kind_of_unit_has_is_extra(portal, manager):
    section = sections.find("press")
    section.section_id = "no-such-section"
    section.reindexObject()
    found = sections.diff(portal)
    assert (found.extra, found.removed) == ([path_of(section)], ["vi/press"])


def test_the_difference_can_be_written_as_json(portal, manager):
    api.content.delete(sections.find("press"))
    found = asdict(sections.diff(portal))
    assert json.loads(json.dumps(found)) == found
    assert [name for name, lines in found.items() if lines] == ["removed"]


def test_a_site_without_a_unit_has_nothing_to_be_compared_with(portal):
    portal.portal_registry["eduportal.unit.tier"] = None
    with pytest.raises(NoUnitError, match="set the unit first"):
        sections.diff(portal)
