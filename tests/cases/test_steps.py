"""Steps of a case: who may take them, what they mean, what is traced."""

from datetime import timedelta
from eduportal import cases
from eduportal.uploads import Upload
from plone import api
from tests.cases.conftest import new_service
from tests.cases.conftest import open_case
from zope.event import subscribers
import pytest


@pytest.fixture
def case(service):
    return open_case(service)[0]


@pytest.fixture
def heard():
    """What is told to other rooms, by class names."""
    told = []
    listen = lambda event: told.append(event)  # noqa: E731 a name to take away again
    subscribers.append(listen)
    yield told
    subscribers.remove(listen)


def test_the_whole_way_of_a_case(case, officer, heard):
    due = case.due
    cases.step(case, "process", actor=officer)
    cases.step(case, "request_supplement", actor=officer, message="Thiếu giấy khai sinh")
    assert case.paused_since == cases.today()
    case.paused_since -= timedelta(days=14)
    scan = Upload("supplement", "khai-sinh.pdf", "application/pdf", b"%PDF-1.7")
    cases.step(case, "supplement", actor="", message="Xin gửi", files=[scan], as_applicant=True)
    assert (case.paused_since, case.due > due) == (None, True)
    result = Upload("result", "quyet-dinh.pdf", "application/pdf", b"%PDF-1.7 result")
    cases.step(case, "approve", actor=officer, message="Được tiếp nhận", files=[result])
    cases.step(case, "hand_over", actor=officer)
    assert cases.state_of(case) == "returned"
    assert (case.result_text, case.result_files, case.closed_on) == (
        "Được tiếp nhận",
        ("003",),
        cases.today(),
    )
    assert [(one.by, one.text, one.files) for one in case.messages] == [
        (officer, "Thiếu giấy khai sinh", ()),
        ("", "Xin gửi", ("002",)),
    ]
    assert [(one.by, one.step) for one in case.trace] == [
        ("", "receive"),
        (officer, "process"),
        (officer, "request_supplement"),
        ("", "supplement"),
        (officer, "approve"),
        (officer, "hand_over"),
    ]
    stepped = [event for event in heard if isinstance(event, cases.CaseStepped)]
    assert [event.transition for event in stepped] == [
        "process",
        "request_supplement",
        "supplement",
        "approve",
        "hand_over",
    ]
    assert cases.row_of(case) in list(cases.rows(api.portal.get()))


@pytest.mark.parametrize("step", ["request_supplement", "refuse"])
def test_some_steps_need_a_reason(case, officer, step):
    with pytest.raises(cases.StepRefused):
        cases.step(case, step, actor=officer, message="  ")
    assert cases.state_of(case) == "received"


def test_a_step_that_is_not_possible_changes_nothing(case, officer):
    with pytest.raises(cases.StepRefused):
        cases.step(case, "hand_over", actor=officer, message="x")
    assert [one.step for one in case.trace] == ["receive"]
    assert case.messages == ()


def test_an_applicant_takes_no_officers_step(case):
    for step in ("process", "approve", "refuse", "hand_over", "reopen", "request_supplement"):
        with pytest.raises(cases.StepRefused):
            cases.step(case, step, actor="", message="x", as_applicant=True)


def test_reopening_takes_the_decision_back(case, officer):
    cases.step(case, "refuse", actor=officer, message="Sai đối tượng")
    cases.step(case, "reopen", actor=officer, message="Xem xét lại")
    assert (cases.state_of(case), case.reason, case.closed_on) == ("processing", "", None)


def test_only_the_officers_of_a_service_handle_its_cases(case, officer):
    with api.env.adopt_roles(["Manager"]):
        own = new_service("rieng", "Dịch vụ riêng", officers=("thu",))
        api.user.create(username="thu", email="thu@mau.vn", password="mat-khau-dai-cua-thu")
    other, _new = open_case(own, "another page")
    assert (cases.may_see(case), cases.may_see(other)) == (True, False)
    assert cases.services_of() == frozenset({case.service_uid})
    with pytest.raises(cases.StepRefused):
        cases.step(other, "process", actor=officer)
    with api.env.adopt_user(username="thu"):
        assert (cases.may_see(case), cases.may_see(other)) == (False, True)
        assert cases.services_of() == frozenset({own.UID()})
        cases.step(other, "process", actor="thu")
    for roles in (["Manager"], ["Site Administrator"], ["Reviewer", "Editor"], ["Anonymous"]):
        with api.env.adopt_roles(roles), pytest.raises(cases.StepRefused):
            cases.step(case, "process", actor="somebody")


def test_officers_keep_the_cases_of_a_service_that_was_deleted(case, officer):
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(cases.service_of(case), check_linkintegrity=False)
    assert cases.service_of(case) is None
    assert cases.may_see(case)
    assert case.service_name("vi") == "Chuyển trường"
    cases.step(case, "process", actor=officer)


def test_a_deleted_services_cases_stay_with_those_who_handled_it_last(case, officer):
    """And not with those who did when its last case came."""
    service = cases.service_of(case)
    with api.env.adopt_roles(["Manager"]):
        service.officers = ("thu",)
        api.content.delete(service, check_linkintegrity=False)
    assert not cases.may_see(case)
    assert cases.facts(api.portal.get(), case.service_uid).officers == ("thu",)
