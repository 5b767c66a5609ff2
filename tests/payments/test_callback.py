"""The test provider end to end: signed both ways, counted once, wrong ones refused."""

from eduportal.payments import by_test
from eduportal.payments import fee_of
from eduportal.payments import ledger
from eduportal.payments.parts import ApplicantFee
from lxml import html
from plone import api
from tests.payments.conftest import FEE
from tests.payments.conftest import SECRET
import pytest
import transaction

PATH = "/@@payment-callback/test"


@pytest.fixture
def paying(test_money, office):
    """The office, whose administrator has chosen the test provider."""
    api.portal.set_registry_record("eduportal.payments.provider", "test")
    transaction.commit()
    return office


def answer_of(office, key=SECRET, **changes):
    """What the provider would send for the first case; its order may be for another amount."""
    fields = {
        "order": ledger.order(office.case()),
        "amount": str(FEE),
        "transaction": "T1",
        "paid": "yes",
    } | changes
    return fields | {"signature": by_test.signature(by_test.ANSWER, fields, key)}


def call(office, fields):
    answer = office.ask(None, "POST", PATH, data=fields)
    return answer.status_code, answer.json()


def state(office):
    return fee_of(office.case()).state


def test_the_way_from_the_offer_to_the_payment(paying):
    offer = ApplicantFee(paying.case(), paying.portal.REQUEST).offer()
    (form,) = html.fromstring(offer).xpath("//form")
    assert form.get("action").endswith("/@@test-bank")
    bank = paying.ask(None, "POST", "/@@test-bank", data=dict(form.form_values()))
    (form,) = html.fromstring(bank.text).xpath("//main//form")
    sent = dict(form.form_values())
    back = paying.ask(None, "POST", PATH, data=sent)
    assert (back.status_code, state(paying)) == (200, "paid")
    assert paying.cases[0].code not in offer + bank.text + back.text
    assert call(paying, {name: sent[name] for name in sent if name != "shown"}) == (
        200,
        {"result": "counted-before"},
    )
    assert [one.step for one in fee_of(paying.case()).trace] == ["open", "confirm"]


def test_a_repeated_callback_counts_once(paying):
    told = answer_of(paying)
    assert call(paying, told) == (200, {"result": "counted"})
    assert call(paying, told) == (200, {"result": "counted-before"})
    assert state(paying) == "paid"


def test_another_payment_of_the_same_order_waits_to_be_given_back(paying):
    call(paying, answer_of(paying))
    assert call(paying, answer_of(paying, transaction="T2")) == (200, {"result": "counted"})
    assert state(paying) == "to_refund"


WRONG = (
    {"key": "another-secret-of-24-char"},
    {"amount": "1"},
    {"amount": "-20000"},
    {"paid": "no"},
    {"transaction": ""},
    {"order": "123-abc"},
    {"order": "x"},
)


def test_a_callback_that_is_wrong_changes_nothing(paying):
    answers = [call(paying, answer_of(paying, **changes)) for changes in WRONG]
    assert answers == [(400, {"result": "refused"})] * len(WRONG)
    assert state(paying) == "due"


def test_a_changed_amount_under_the_old_signature_is_refused(paying):
    assert call(paying, answer_of(paying) | {"amount": "20001"})[0] == 400
    assert call(paying, {})[0] == 400
    assert state(paying) == "due"


def test_the_order_of_one_case_does_not_pay_for_another(paying):
    other = ledger.order(paying.case(1)).partition("-")[2]
    mixed = f"{paying.cases[0].number}-{other}"
    assert call(paying, answer_of(paying, order=mixed))[0] == 400


def test_where_the_instance_does_not_allow_it_there_is_no_test_provider(
    office, tmp_path, monkeypatch
):
    monkeypatch.setenv("VAR", str(tmp_path))
    told = answer_of(office)
    assert office.ask(None, "POST", PATH, data=told).status_code == 404
    assert office.ask(None, "POST", "/@@test-bank", data=told).status_code == 404
    assert state(office) == "due"


def test_vietqr_and_unknown_names_have_no_callback(office):
    assert office.ask(None, "POST", "/@@payment-callback/vietqr").status_code == 400
    assert office.ask(None, "POST", "/@@payment-callback/nobody").status_code == 404
    assert office.ask(None, "GET", PATH).status_code == 404
