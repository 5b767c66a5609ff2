"""What a case's pages show of its fee."""

from eduportal import cases
from eduportal.payments import fee_of
from eduportal.payments import ledger
from eduportal.payments import vietqr
from lxml import html
from plone import api
from tests.payments.conftest import FEE


def shown(case, side):
    parts = cases.parts_of(case, case.REQUEST, side, pass_="a-pass")
    return {name: html.fromstring(part.render()) for name, part in parts.items() if "pay" in name}


def text(tree):
    return " ".join(" ".join(tree.itertext()).split())


def test_the_applicant_is_told_everything_beside_the_code(case):
    part = shown(case, "applicant")["payment"]
    said = text(part)
    for words in (
        "20.000",
        "Hai mươi nghìn đồng",
        "Vietcombank (Ngân hàng TMCP Ngoại thương Việt Nam)",
        "0011001234567",
        "TRUONG TIEU HOC HOA SEN",
        f"HS{case.code}",
        "Phòng Kế toán",
    ):
        assert words in said
    assert len(part.cssselect("figure svg")) == 1
    assert [one.get("value") for one in part.cssselect("input[name=pass]")] == ["a-pass"]
    assert vietqr.payload("970436", "0011001234567", FEE, f"HS{case.code}").startswith("000201")


def test_without_an_account_one_pays_in_person(case):
    api.portal.set_registry_record("eduportal.payments.account", "")
    part = shown(case, "applicant")["payment"]
    assert not part.cssselect("svg") and not part.cssselect("form")
    assert "Phòng Kế toán" in text(part)


def test_who_waits_for_a_place_is_not_asked_for_money(case):
    case.waiting = True
    part = shown(case, "applicant")["payment"]
    assert not part.cssselect("svg") and not part.cssselect("form")
    assert "Phòng Kế toán" not in text(part)


def test_the_applicant_says_that_it_was_transferred_once(case):
    part = cases.parts_of(case, case.REQUEST, "applicant")["payment"]
    assert part.handle()
    part.handle()
    assert [one.step for one in fee_of(case).trace] == ["open", "told"]
    assert not shown(case, "applicant")["payment"].cssselect("form")


def test_the_receipt_has_the_code_and_nothing_to_press(case):
    part = shown(case, "receipt")["payment-receipt"]
    assert len(part.cssselect("svg")) == 1
    assert not part.cssselect("form")


def test_what_is_paid_shows_when_and_no_code_any_more(case):
    ledger.step(case, "confirm", by="thu.quy")
    part = shown(case, "applicant")["payment"]
    assert not part.cssselect("svg")
    assert "thu.quy" not in text(part)
    assert part.cssselect(".edu-fee__state")


def test_officers_see_the_state_alone(case):
    assert not shown(case, "officer")["payment-officer"].cssselect("form, svg")


def test_a_case_without_a_fee_shows_nothing(case):
    case.payment.clear()
    assert [shown(case, side) for side in ("applicant", "receipt", "officer")] == [{}, {}, {}]
