"""The rows of the page, and what they cost."""

from Acquisition import aq_base
from eduportal import mandate
from eduportal import sections
from eduportal.legal_basis.places import Place
from eduportal.legal_basis.places import visible_places
from eduportal.legal_basis.statement import Row
from eduportal.legal_basis.statement import Statement
from plone import api
from plone.app.testing import logout
import pytest


@pytest.fixture
def statement(portal):
    logout()
    return Statement("C1", visible_places("C1"), "vi")


def test_places_are_the_sections_and_roots_that_the_asker_may_view(portal):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(sections.find("forum", "en"), "section_hide")
    logout()
    expected = {
        key: Place(section.title, section.absolute_url())
        for key, section in sections.sections_by_id(portal).items()
    }
    del expected["forum", "en"]
    for language in sections.LANGUAGES:
        root = portal[language]
        expected["home", language] = Place(root.title, root.absolute_url())
    assert visible_places("C1") == expected


def test_every_citation_of_the_tier_stands_once_under_its_source(statement):
    shown = sorted(
        (group.source.id, row.requirement.id, citation.where, citation.quote)
        for group in statement.groups()
        for row in group.rows
        for citation in row.citations
    )
    assert shown == sorted(
        (citation.source, one.id, citation.where, citation.quote)
        for one in mandate.catalogue().requirements("school")
        for citation in one.citations
    )


def test_a_requirement_is_one_row_under_each_of_its_sources(statement):
    for group in statement.groups():
        ids = [row.requirement.id for row in group.rows]
        assert len(ids) == len(set(ids)), group.source.id


def test_the_counts_add_up(statement):
    counts = statement.counts()
    total = counts["requirements"]
    ways = [counts[name] for name in ("sections", "capability", "unavailable", "planned")]
    assert total == len(mandate.catalogue().requirements("school"))
    assert (counts["mandatory"] + counts["recommended"], sum(ways)) == (total, total)


@pytest.mark.parametrize(
    ("requirement_id", "places", "way"),
    [
        ("news-events", (Place("Tin tức", "http://cong-mau/vi/tin-tuc"),), "sections"),
        ("news-events", (), "unavailable"),
        ("publication-volume", (Place("Tin tức", "http://cong-mau/vi/tin-tuc"),), "planned"),
        ("domain-edu-vn", (), "capability"),
    ],
)
def test_only_what_is_built_and_visible_counts_as_met(requirement_id, places, way):
    requirement = mandate.catalogue().requirement(requirement_id)
    assert Row(requirement, requirement.citations, places).way == way


def test_the_page_asks_the_catalogue_once_and_loads_no_section(portal, monkeypatch):
    section = sections.find("legal-basis")
    view = section.restrictedTraverse("@@legal_basis")
    asked = []
    tool = type(aq_base(portal.portal_catalog))
    search = tool.searchResults

    def counted(self, *args, **query):
        asked.append(query)
        return search(self, *args, **query)

    monkeypatch.setattr(tool, "searchResults", counted)
    view.counts()
    view.shown()
    assert asked == [{"portal_type": ("Section", "LRF"), "Language": ("vi", "en")}]
