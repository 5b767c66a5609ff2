"""The parent's procedures in a member's portal: by reference, chosen, and only what is public."""

from eduportal import federation
from eduportal.sections import find
from plone import api
from zope.component.hooks import setSite
import pytest
import transaction

UNIT = "eduportal.unit"
PREFIX = "eduportal.procedures"
EN = "/en/procedures/procedure-list"


@pytest.fixture
def offered(functional_portal):
    """What members are offered; the portal is a commune and stands for its own member as well."""
    api.portal.set_registry_record(f"{UNIT}.tier", "commune")
    api.portal.set_registry_record(f"{UNIT}.parent", functional_portal.getId())
    transaction.commit()

    def titles():
        setSite(functional_portal)
        return sorted(one["title"] for one in federation.parents_procedures(functional_portal))

    return titles


def test_public_ones_are_offered_until_they_are_withdrawn_or_hidden(offered, publish, managing):
    one = publish("procedure-list", "Một", type="Procedure", authority="xa")
    two = publish("procedure-list", "Hai", type="Procedure", authority="tinh")
    with managing():
        api.content.create(find("procedure-list"), "Procedure", title="Mật")
    assert offered() == ["Hai", "Một"]
    with managing():
        two.title = "Hai (sửa)"
        two.reindexObject()
        api.content.rename(two, "so-hai")
    assert offered() == ["Hai (sửa)", "Một"]
    with managing():
        api.content.transition(one, "withdraw", comment="Nhầm")
    assert offered() == ["Hai (sửa)"]
    with managing():
        api.content.transition(find("procedure-list"), "section_hide")
    assert offered() == []


def test_a_member_shows_those_that_fit_or_those_it_chose_or_none(offered, publish, managing, visit):
    publish("procedure-list", "Cấp xã", type="Procedure", authority="xa", code="2.002481")
    other = publish("procedure-list", "Cấp tỉnh", type="Procedure", authority="tinh")

    def references(query=""):
        return visit(f"{EN}{query}").all_words(".procedure-name:has(.procedure-parent) a")

    assert references() == ["Cấp xã"]
    assert references("?q=2.002481") == ["Cấp xã"]
    assert references("?q=khac") == []
    assert visit(EN).words(".procedure-count") == "3 procedures (1 of the parent unit)"
    with managing():
        api.portal.set_registry_record(f"{PREFIX}.from_parent", "chosen")
        api.portal.set_registry_record(
            f"{PREFIX}.from_parent_chosen", (api.content.get_uuid(other),)
        )
    assert references() == ["Cấp tỉnh"]
    with managing():
        api.portal.set_registry_record(f"{PREFIX}.from_parent", "none")
    assert references() == []


def test_a_school_without_members_offers_nothing(functional_portal, publish):
    publish("procedure-list", "Thủ tục", type="Procedure")
    root = functional_portal.aq_parent
    assert getattr(root.aq_base, "_eduportal_shared_procedures", {}) == {}
