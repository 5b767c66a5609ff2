"""A portal made before documents had a validity gets it for the documents it holds."""

from datetime import date
from eduportal import sections
from eduportal.content_types.official_document import validity
from eduportal.content_types.section.ordering import SectionOrdering
from eduportal.upgrades import v2026112102_document_validity as step
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.folder.default import DefaultOrdering
from Products.CMFCore.indexing import processQueue
from tests.site_state import difference
from tests.site_state import state
import pytest

NEW = sorted(set(step.INDEXES) - {"edu_number"})


@pytest.fixture
def old(portal):
    """A portal as it was: a document in the section's list, none of the new indexes."""
    section = sections.find("document-register")
    catalog = api.portal.get_tool("portal_catalog")
    with api.env.adopt_roles(["Manager"]):
        createContentInContainer(
            section,
            "OfficialDocument",
            id="cu",
            title="Văn bản cũ",
            number="05/2019/TT-BGDĐT",
            kind="thong-tu",
            issuer="Bộ Giáo dục và Đào tạo",
            signer="Người Ký",
            issued_on=date(2019, 4, 5),
        )
        processQueue()
        for index in NEW:
            catalog.delIndex(index)
        catalog.delColumn("edu_validity")
        DefaultOrdering(section).notifyAdded("cu")
        del portal.portal_registry.records["eduportal.documents.without_validity"]
        yield portal


def test_documents_are_indexed_and_leave_the_list_and_a_second_run_changes_nothing(old):
    setup = api.portal.get_tool("portal_setup")
    step.run(setup)
    catalog = api.portal.get_tool("portal_catalog")
    (brain,) = catalog.unrestrictedSearchResults(getId="cu")
    entries = catalog.getIndexDataForRID(brain.getRID())
    assert {index: entries[index] for index in step.INDEXES} == {
        "edu_number": "5/2019/tt-bgddt",
        "edu_signer": "Người Ký",
        "edu_issued_year": 2019,
        "edu_filed_as": "bo giao duc va dao tao|2019|5/2019/tt-bgddt",
        "edu_number_order": (2019, 5, "", "tt-bgddt"),
        "edu_in_force_from": date(2019, 4, 5),
    } | dict.fromkeys(validity.INDEXES[1:], "")
    assert brain.edu_validity == (date(2019, 4, 5), None, None, None, None)
    section = sections.find("document-register")
    assert (SectionOrdering(section)._order(), section.objectIds()) == ([], ["cu"])
    kept = api.portal.get_registry_record("eduportal.documents.without_validity")
    assert "cong-van" in kept

    before = state(old), entries
    step.run(setup)
    assert difference(before[0], state(old)) == {}
    assert catalog.getIndexDataForRID(brain.getRID()) == entries
