"""What editors do with services: add, prepare, translate, publish; and what they cannot."""

from collective.easyform.api import get_actions
from collective.easyform.api import get_schema
from collective.easyform.api import set_fields
from eduportal import online_services
from eduportal.editorial import StepRefused
from eduportal.online_services.intake import CaseIntake
from eduportal.sections import find
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFieldNames
import pytest
import requests
import transaction

SERVICE = {"@type": "Service", "title": "Xin nghỉ học", "days": 2}


@pytest.fixture
def manager(portal):
    with api.env.adopt_roles(["Manager"]):
        yield portal


@pytest.mark.parametrize("ready", list(online_services.ready_services()))
def test_every_ready_service_can_be_published_as_it_is(manager, ready):
    service = online_services.add(online_services.ready_services()[ready])

    names = {
        language: getFieldNames(get_schema(online_services.form_of(service, language)))
        for language in ("vi", "en")
    }
    assert online_services.lacks(service) == []
    assert names["vi"] == names["en"]
    assert service.words("title", "en") != service.title
    assert online_services.form_of(service, "en").Language() == "en"


def test_a_form_without_a_second_factor_or_consent_is_not_published(manager):
    service = online_services.add(online_services.ready_services()["general"])
    form = online_services.form_of(service)
    form.fields_model = form.fields_model.replace('name="phone"', 'name="tel"').replace(
        'name="consent"', 'name="agreed"'
    )

    with pytest.raises(StepRefused):
        manager.portal_workflow.doActionFor(service, "publish")
    ids = [str(one) for one in online_services.lacks(service)]
    assert ids == ["service_lacks_factor", "service_lacks_consent", "service_forms_differ"]


def test_a_form_that_mails_answers_is_not_published(manager):
    service = online_services.add(online_services.ready_services()["general"])
    form = online_services.form_of(service)
    mailer = (
        '<field name="mailer" type="collective.easyform.actions.Mailer"><title>M</title></field>'
    )
    form.actions_model = form.actions_model.replace("</schema>", f"{mailer}</schema>")

    assert [str(one) for one in online_services.lacks(service)] == ["service_other_actions"]


def test_a_copy_has_a_form_of_its_own(manager):
    service = online_services.add(online_services.ready_services()["general"])
    copy = api.content.copy(source=service, target=service.aq_parent, id="ban-sao")
    form = online_services.form_of(copy)

    assert online_services.service_of(form).UID() == copy.UID()
    assert copy.UID() in form.actions_model
    assert service.UID() not in form.actions_model


def test_the_english_form_goes_with_its_service(manager):
    service = online_services.add(online_services.ready_services()["general"])
    section = online_services.form_of(service, "en").aq_parent
    name = online_services.form_of(service, "en").getId()
    api.content.delete(service)

    assert name not in section


def test_a_renamed_service_renames_its_forms(manager):
    service = online_services.add(online_services.ready_services()["general"])
    service.title, service.title_en = "Đơn khác", "Another application"
    notify(ObjectModifiedEvent(service))

    titles = [online_services.form_of(service, language).title for language in ("vi", "en")]
    assert titles == ["Tờ khai: Đơn khác", "Another application"]


def test_a_link_has_no_form(manager):
    link = api.content.create(
        find("service-catalogue", "vi"), "Service", "lien-ket",
        title="Liên kết", kind="link", url="https://dichvucong.gov.vn/",
    )  # fmt: skip
    assert (online_services.form_of(link), online_services.lacks(link)) == (None, [])
    assert link.objectIds() == []


def test_an_editor_adds_a_service_and_changes_its_questions_not_its_action(school):
    section = school.address(find("service-catalogue", "vi"))
    auth = ("editor", "mat-khau-dai-cua-nguoi-thu")
    json = {"Accept": "application/json"}
    made = requests.post(section, json=SERVICE, auth=auth, headers=json)
    assert made.status_code == 201, made.text
    address = f"{section}/{made.json()['id']}"
    transaction.begin()
    (brain,) = api.content.find(portal_type="Service", id=made.json()["id"])
    form = online_services.form_of(brain._unrestrictedGetObject())

    ways = {
        "fields": requests.get(f"{address}/to-khai/fields", auth=auth, allow_redirects=False),
        "actions": requests.get(f"{address}/to-khai/actions", auth=auth, allow_redirects=False),
        "model": requests.patch(
            f"{address}/to-khai", json={"fields_model": "<model/>"}, auth=auth, headers=json
        ),
        "second": requests.post(
            address, json={"@type": "EasyForm", "title": "B"}, auth=auth, headers=json
        ),
    }
    assert {name: one.status_code for name, one in ways.items()} == {
        "fields": 200,
        "actions": 302,
        "model": 403,
        "second": 403,
    }
    assert isinstance(_action(form), CaseIntake)

    service = brain._unrestrictedGetObject()
    patched = [
        requests.patch(address, json=one, auth=auth, headers=json)
        for one in (
            {"retention_months": 1, "officers": ["editor"], "fee": 9},
            {"url": "javascript:alert(1)"},
        )
    ]
    transaction.begin()
    assert [one.status_code for one in patched] == [204, 400]
    assert (service.retention_months, service.officers, service.fee) == (24, (), 0)


def test_visitors_are_not_told_who_handles_a_service(school, offered):
    """Nor do they get at easyform's own form, which knows no limits."""
    service = offered("general")
    service.officers = ("lan",)
    transaction.commit()
    address, json = school.address(service), {"Accept": "application/json"}
    told = requests.get(address, headers=json)
    names = requests.get(f"{school.url}/@vocabularies/eduportal.service_officers", headers=json)
    other = requests.get(f"{address}/to-khai/@@z3cform_validate_field", allow_redirects=False)
    assert (told.status_code, "officers" in told.json()) == (200, False)
    assert (names.status_code, other.status_code) == (401, 302)


def _action(form):
    actions = get_actions(form)
    return actions[getFieldNames(actions)[0]]


def test_a_question_that_an_editor_adds_is_asked_and_kept(school, offered, child):
    service = offered("grade-1")
    form = online_services.form_of(service)
    schema = get_schema(form)
    schema["preschool"].title = "Học mầm non ở đâu"
    set_fields(form, schema)
    transaction.commit()
    page = school.open(form)

    assert "Học mầm non ở đâu" in page.words("#service-form")
    assert school.send(page, preschool="Trường Mầm non Mẫu", **child).status == 200


def test_ready_services_are_added_by_administrators_once(school):
    page = f"{school.url}/vi/@@ready-services"
    auth = ("administrator", "mat-khau-dai-cua-nguoi-thu")
    refused = requests.get(page, auth=("editor", auth[1]), allow_redirects=False)
    unsigned = requests.post(page, data={"service": "transfer"}, auth=auth)
    shown = school.get(page, auth)
    (form,) = [one for one in shown.tree.forms if one.fields.get("service") == "transfer"]
    data = dict(form.form_values())
    added = requests.post(page, data=data, auth=auth)
    again = school.get(page, auth)

    transaction.begin()
    brains = api.content.find(portal_type="Service", unrestricted=True)
    assert (refused.status_code, unsigned.status_code, added.status_code) == (302, 403, 200)
    assert [(one.Title, one.review_state) for one in brains] == [("Xin chuyển trường", "draft")]
    assert [one.fields.get("service") for one in again.tree.forms].count("transfer") == 0


def test_an_administrator_sets_officers_and_fee_of_a_published_service(school, offered):
    service = offered("general")
    page = f"{school.address(service)}/@@service-settings"
    password = "mat-khau-dai-cua-nguoi-thu"
    refused = [
        requests.get(page, auth=(who, password), allow_redirects=False).status_code
        for who in ("editor", "chief")
    ]
    shown = school.get(page, ("administrator", password))
    (form,) = [one for one in shown.tree.forms if one.get("id") == "form"]
    data = dict(form.form_values()) | {
        "form.widgets.fee": "20.000",
        "form.widgets.retention_months": "36",
        "form.widgets.officers:list": "administrator",
        "form.buttons.save": "1",
    }
    wrong = requests.post(
        page, data=data | {"form.widgets.fee": "-5"}, auth=("administrator", password)
    )
    saved = requests.post(page, data=data, auth=("administrator", password))

    transaction.begin()
    assert (refused, shown.status, wrong.status_code, saved.status_code) == (
        [302, 302],
        200,
        200,
        200,
    )
    assert (service.fee, service.retention_months) == (20_000, 36)
    assert api.content.get_state(service) == "published"
