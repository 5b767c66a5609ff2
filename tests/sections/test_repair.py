"""A tree that people have worked on: left as it is by setup, completed by repair."""

from eduportal import mandate
from eduportal import sections
from eduportal.provisioning.portal import complete
from plone import api
from plone.base.interfaces.constrains import ISelectableConstrainTypes
import pytest

GONE = ["en/press", "vi/polls", "vi/press"]


def snapshot(portal):
    """All that a run might touch, of everything in the portal."""
    everything = portal.portal_catalog.unrestrictedSearchResults(path="/plone")
    assert len(everything) > 2 * len(mandate.catalogue().sections("C1"))
    return {brain.getPath(): _state(brain._unrestrictedGetObject()) for brain in everything}


def _state(content):
    constrained = ISelectableConstrainTypes(content, None)
    return {
        "uid": content.UID(),
        "title": content.Title(),
        "description": content.Description(),
        "language": content.Language(),
        "order": list(content.objectIds()) if hasattr(content, "objectIds") else None,
        "roles": dict(content.get_local_roles()),
        "state": api.content.get_state(content, default=None),
        "modified": content.modified().ISO8601(),
        "layout": content.getProperty("layout"),
        "types": constrained and sorted(constrained.getLocallyAllowedTypes()),
        "in_menu": getattr(content, "exclude_from_nav", None),
    }


@pytest.fixture
def worked_on(portal, manager):
    """Editors renamed, moved, re-ordered, hid and wrote; a Manager removed some sections."""
    news = sections.find("news")
    news.title = "Bản tin nhà trường"
    news.description = "Do Ban Biên tập đặt."
    news.reindexObject()
    api.content.rename(sections.find("contact"), new_id="lien-he-chung-toi")
    api.content.move(sections.find("yearbook"), sections.find("about"))
    portal.vi.moveObjectsToTop([sections.find("resources").getId()])
    api.content.transition(sections.find("forum"), "section_hide")
    api.group.create("to-toan")
    api.group.grant_roles("to-toan", roles=["Editor"], obj=sections.find("news"))
    page = api.content.create(sections.find("about"), "Document", title="Lời ngỏ", language="vi")
    page.description = "Viết tay."
    for key in GONE:
        language, section_id = key.split("/")
        api.content.delete(sections.find(section_id, language))
    return portal


def test_a_second_run_on_an_untouched_portal_changes_nothing(portal):
    before = snapshot(portal)
    assert sections.build(portal, "C1") == sections.Report()
    assert snapshot(portal) == before


def test_a_second_run_leaves_what_people_did(worked_on):
    before = snapshot(worked_on)
    report = sections.build(worked_on, "C1")
    assert (report.created, sorted(report.removed)) == ([], GONE)
    assert snapshot(worked_on) == before


def test_applying_the_profile_again_leaves_what_people_did(worked_on):
    before = snapshot(worked_on)
    complete(api.portal.get_tool("portal_setup"))
    assert snapshot(worked_on) == before


def test_repair_brings_back_what_was_removed_and_leaves_the_rest(worked_on):
    before = snapshot(worked_on)
    report = sections.repair(worked_on)
    assert (sorted(report.created), report.removed) == (GONE, [])
    after = snapshot(worked_on)
    parents = {
        "/".join(sections.find("participation", language).getPhysicalPath())
        for language in sections.LANGUAGES
    }
    changed = {path for path in before if after[path] != before[path]}
    assert changed <= parents
    created = {"/".join(sections.find(*reversed(key.split("/"))).getPhysicalPath()) for key in GONE}
    assert set(after) - set(before) == created
    assert sections.diff(worked_on).removed == []
    assert sections.diff(worked_on).unlinked == []


def test_repair_brings_back_a_whole_branch(portal, manager):
    branch = [one for one in sections.sections_by_id(portal) if one[1] == "vi"]
    api.content.delete(sections.find("disclosure"))
    gone = [key for key in branch if sections.find(*key) is None]
    report = sections.repair(portal)
    assert sorted(report.created) == sorted(f"vi/{section_id}" for section_id, _language in gone)
    assert len(gone) > 1
    assert not sections.diff(portal)


def test_a_section_comes_back_beside_what_took_its_name(portal, manager):
    forum = sections.find("forum")
    parent, name = forum.__parent__, forum.getId()
    api.content.delete(forum)
    api.content.create(parent, "Document", id=name, title="Trang của trường", language="vi")
    assert sections.repair(portal).created == ["vi/forum"]
    assert parent[name].portal_type == "Document"
    assert sections.find("forum").getId() == f"{name}-1"
