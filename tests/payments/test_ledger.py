"""What a case owes, step by step."""

from eduportal import cases
from eduportal.payments import fee_of
from eduportal.payments import ledger
from plone import api
from tests.payments.conftest import FEE
from tests.payments.conftest import open_case
from tests.payments.conftest import service_with_fee
import pytest


def story(case):
    return [(one.step, one.by, one.reason) for one in fee_of(case).trace]


def index_state(portal):
    (row,) = cases.rows(portal)
    return row.payment_state


def test_a_case_of_a_service_with_a_fee_owes_it(portal, case):
    assert (fee_of(case).amount, fee_of(case).state) == (FEE, "due")
    assert index_state(portal) == "due"


def test_a_fee_changed_later_is_not_asked_of_those_who_came_before(service, case):
    service.fee = 90_000
    assert fee_of(case).amount == FEE


def test_a_service_without_a_fee_asks_for_nothing(portal):
    free = open_case(service_with_fee(0))
    assert fee_of(free) == ledger.Fee()
    assert fee_of(free).steps == ()


def test_a_cashier_confirms_undoes_and_gives_back_with_reasons(portal, case):
    ledger.step(case, "confirm", by="thu.quy")
    assert (fee_of(case).state, fee_of(case).by) == ("paid", "thu.quy")
    ledger.step(case, "undo", by="thu.quy", reason="Nhầm hồ sơ")
    assert (fee_of(case).state, fee_of(case).paid) == ("due", None)
    ledger.step(case, "confirm", by="thu.quy")
    ledger.step(case, "refund", by="thu.quy", reason="Thu nhầm")
    assert index_state(portal) == "refunded"
    assert story(case) == [
        ("open", "", ""),
        ("confirm", "thu.quy", ""),
        ("undo", "thu.quy", "Nhầm hồ sơ"),
        ("confirm", "thu.quy", ""),
        ("refund", "thu.quy", "Thu nhầm"),
    ]


@pytest.mark.parametrize(
    ("step", "reason"), [("undo", "x"), ("refund", "x"), ("waive", " "), ("no-step", "x")]
)
def test_a_step_that_does_not_fit_or_lacks_its_reason_changes_nothing(case, step, reason):
    with pytest.raises(ledger.StepImpossible):
        ledger.step(case, step, by="thu.quy", reason=reason)
    assert fee_of(case).state == "due"


def test_a_withdrawn_case_owes_nothing_and_what_was_paid_waits_to_be_given_back(service):
    unpaid, paid = open_case(service, "mot"), open_case(service, "hai")
    ledger.step(paid, "confirm", by="thu.quy")
    for one in (unpaid, paid):
        cases.step(one, "withdraw", actor="", as_applicant=True)
    assert (fee_of(unpaid).state, fee_of(paid).state) == ("none", "to_refund")
    ledger.step(unpaid, "confirm", by="thu.quy")
    assert fee_of(unpaid).state == "to_refund"
    ledger.step(unpaid, "undo", by="thu.quy", reason="Nhầm")
    assert fee_of(unpaid).state == "none"


def test_a_payment_of_a_provider_counts_once(case):
    assert ledger.confirmed_by(case, "test", "T1")
    assert not ledger.confirmed_by(case, "test", "T1")
    assert fee_of(case).state == "paid"
    ledger.step(case, "undo", by="thu.quy", reason="Ngân hàng thu hồi")
    assert not ledger.confirmed_by(case, "test", "T1")
    assert fee_of(case).state == "due"


def test_a_second_payment_is_given_back_and_the_first_stays(case):
    assert ledger.confirmed_by(case, "test", "T1")
    assert ledger.confirmed_by(case, "test", "T2")
    assert fee_of(case).state == "to_refund"
    ledger.step(case, "refund", by="thu.quy", reason="Nộp hai lần")
    assert fee_of(case).state == "paid"


def test_the_journal_names_the_case_by_its_number_and_the_step(case, monkeypatch):
    from eduportal import audit

    noted = []
    monkeypatch.setattr(audit, "record", lambda event, **more: noted.append((event, more)))
    with api.env.adopt_roles(["Cashier"]):
        ledger.step(case, "confirm", by="thu.quy")
    assert noted == [
        ("payment.step", {"where": f"case {case.number} step confirm", "who": "thu.quy"})
    ]
