"""The fields of an empty form are made once for all visitors; nobody gets what is another's."""

from collective.easyform.api import get_schema
from collective.easyform.api import set_fields
from collective.easyform.interfaces import IFieldExtender
from eduportal import online_services
from plone import api
from tests.online_services.conftest import Page
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import requests
import transaction


def hidden(page, name: str) -> str:
    (found,) = page.tree.cssselect(f"#service-form input[name={name}]")
    return found.get("value")


def typed(page, name: str) -> str:
    (found,) = page.tree.cssselect(f"#service-form [name='form.widgets.{name}']")
    return found.get("value") or ""


def test_each_page_has_its_token_and_nobodys_answers(school, offered, child):
    form = online_services.form_of(offered("grade-1"))
    first, second = school.open(form), school.open(form)
    assert hidden(first, "token") != hidden(second, "token")

    corrected = school.send(first, **child | {"phone": "12"})
    after = school.open(form)

    assert (corrected.status, after.status) == (422, 200)
    assert typed(corrected, "applicant_name") == child["applicant_name"]
    assert typed(after, "applicant_name") == ""
    assert after.tree.cssselect("#service-form [aria-invalid=true]") == []
    assert school.send(after, **child).status == 200


def test_an_edit_is_seen_at_once(school, offered, child):
    service = offered("grade-1")
    form = online_services.form_of(service)
    school.open(form)
    with api.env.adopt_roles(["Manager"]):
        service.consent = "Tôi đồng ý theo lời mới."
        notify(ObjectModifiedEvent(service))
    schema = get_schema(form)
    schema["preschool"].title = "Học mầm non ở đâu"
    set_fields(form, schema)
    transaction.commit()

    words = school.open(form).words("#service-form")

    assert "Tôi đồng ý theo lời mới." in words
    assert "Học mầm non ở đâu" in words


def test_a_computed_default_is_computed_for_everybody_anew(school, offered):
    form = online_services.form_of(offered("grade-1"))
    schema = get_schema(form)
    IFieldExtender(schema["preschool"]).TDefault = "request/HTTP_USER_AGENT"
    set_fields(form, schema)
    transaction.commit()

    def default_for(browser: str) -> str:
        answer = requests.get(school.address(form), headers={"User-Agent": browser})
        return typed(Page(answer), "preschool")

    assert [default_for("Lan"), default_for("Minh")] == ["Lan", "Minh"]
