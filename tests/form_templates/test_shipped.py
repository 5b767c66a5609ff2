"""The forms that come with the kit."""

from eduportal import form_templates
from eduportal import sections
from eduportal.form_templates.shipped.making import files
from eduportal.form_templates.shipped.making import made
from eduportal.form_templates.shipped.reading import texts
from eduportal.online_services.ready import ready_services
from eduportal.vietnamese import nfc
from plone import api
import pytest

SCHOOL = [
    ("don-de-nghi-cap-ban-sao", "form"),
    ("don-de-nghi-chung", "form"),
    ("don-xin-chuyen-truong", "form"),
    ("don-xin-nhap-hoc", "form"),
    ("giay-tiep-nhan-va-hen-tra", "letter"),
    ("giay-xac-nhan", "letter"),
    ("phieu-yeu-cau-bo-sung", "letter"),
    ("thong-bao-ket-qua", "letter"),
]
BLANK = {"giay-xac-nhan": {"address", "personal_id"}}


def present(portal):
    section = sections.find("forms-library", "vi")
    return [
        (one.getId(), one.purpose, api.content.get_state(one), one.language)
        for one in section.objectValues()
        if one.portal_type == "FormTemplate"
    ]


def test_a_school_has_its_forms_once_and_public(portal):
    assert sorted(present(portal)) == [(id, purpose, "published", "vi") for id, purpose in SCHOOL]
    assert form_templates.ensure_templates(portal) == []


def test_a_form_that_was_removed_stays_away_and_a_changed_one_stays_changed(portal):
    section = sections.find("forms-library", "vi")
    with api.env.adopt_roles(["Manager"]):
        section.manage_delObjects(["don-xin-nhap-hoc"])
        section["don-de-nghi-chung"].title = "Đơn của trường"
        assert form_templates.ensure_templates(portal) == []

    assert "don-xin-nhap-hoc" not in section
    assert section["don-de-nghi-chung"].title == "Đơn của trường"
    assert set(made(portal)) == {id for id, _purpose in SCHOOL}


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.id)
def test_a_shipped_form_is_right_in_both_formats(text):
    used = {}
    for kind, data in files(text.id).items():
        assert form_templates.check(data, form_templates.KNOWN) == []
        used[kind] = form_templates.placeholders(data)
    assert used["docx"] == used["odt"]
    assert nfc(text.title + text.description) == text.title + text.description


@pytest.mark.parametrize("text", texts(), ids=lambda text: text.id)
def test_a_shipped_form_asks_for_answers_that_its_services_have(text):
    ready = ready_services()
    used = {one.name for one in form_templates.placeholders(files(text.id)["docx"])}
    asked = {name.removeprefix("tra_loi.") for name in used if name.startswith("tra_loi.")}
    answered = {
        field.name
        for service in text.services
        for group in ready[service].groups
        for field in group.fields
    }

    # what the service does not ask is a dotted line for the school to write on
    assert asked - answered == BLANK.get(text.id, set())
