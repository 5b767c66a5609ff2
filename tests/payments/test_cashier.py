"""The cashier's page over HTTP: codes and amounts, no names; confirm, undo, statement."""

from eduportal.cases import codes
from eduportal.payments import fee_of
from lxml import html

PAGE = "/en/@@payments"


def words(answer, selector="main"):
    (found,) = html.fromstring(answer.text).cssselect(selector)
    return " ".join(" ".join(found.itertext()).split())


def test_only_cashiers_see_the_page(office):
    answers = {
        person: office.ask(person, "GET", PAGE).status_code
        for person in (None, "bien.tap", "can.bo", "quan.tri", "manager", "thu.quy")
    }
    assert answers == {
        None: 302,
        "bien.tap": 302,
        "can.bo": 302,
        "quan.tri": 302,
        "manager": 302,
        "thu.quy": 200,
    }


def test_a_cashier_sees_codes_and_amounts_and_nobody(office):
    page = office.ask("thu.quy", "GET", PAGE)
    text = words(page)
    for case in office.cases:
        assert codes.shown(case.code) in text
    assert "VND 20,000" in text
    assert "Not paid yet (3)" in text
    for personal in ("Đào", "0912345678", "dao@example.org"):
        assert personal not in page.text
    assert page.headers["Cache-Control"] == "private, no-store"


def test_a_cashier_confirms_one_and_it_moves_to_the_paid(office):
    office.post("thu.quy", PAGE, number=str(office.cases[0].number), step="confirm")
    assert (fee_of(office.case()).state, fee_of(office.case()).by) == ("paid", "thu.quy")
    text = words(office.post("thu.quy", PAGE, state="paid"))
    assert "Not paid yet (2) Paid (1)" in text
    assert codes.shown(office.cases[0].code) in text
    assert codes.shown(office.cases[1].code) not in text


def test_undoing_needs_a_reason(office):
    number = str(office.cases[0].number)
    office.post("thu.quy", PAGE, number=number, step="confirm")
    refused = office.post("thu.quy", PAGE, number=number, step="undo", reason="  ")
    assert "Nothing was changed" in refused.text
    assert fee_of(office.case()).state == "paid"
    office.post("thu.quy", PAGE, number=number, step="undo", reason="Nhầm")
    assert fee_of(office.case()).state == "due"


def test_without_the_authenticator_nothing_is_confirmed(office):
    number = str(office.cases[0].number)
    answer = office.ask("thu.quy", "POST", PAGE, data={"number": number, "step": "confirm"})
    assert answer.status_code == 403
    assert fee_of(office.case()).state == "due"


def test_a_code_is_found_however_it_is_typed(office):
    typed = codes.shown(office.cases[1].code).lower().replace("-", " ")
    text = words(office.post("thu.quy", PAGE, code=typed))
    assert codes.shown(office.cases[1].code) in text
    assert codes.shown(office.cases[0].code) not in text


def test_a_pasted_statement_confirms_what_fits_and_says_what_does_not(office):
    first, second, third = (f"HS{case.code}" for case in office.cases)
    statement = f"""\
21/11/2026\t+20.000\tMBVCB.123.{first}.CT tu 0011 toi
21/11/2026\t+25,000\t{second} nop le phi
21/11/2026\t+20.000,00\tHS {third[2:6]} {third[6:10]} {third[10:]}
21/11/2026\t+20.000\t{first} nop lai
21/11/2026\t+500.000\tTien dien nuoc
"""
    page = office.post("thu.quy", PAGE, statement=statement)
    tree = html.fromstring(page.text)
    verdicts = [" ".join(one.itertext()) for one in tree.cssselect("li strong")]
    assert verdicts == [
        "Amount and code fit",
        "The amount is another: please check",
        "Amount and code fit",
        "Nothing is due for this code",
    ]
    ticked = [one.get("value") for one in tree.cssselect("input[name='numbers:list']")]
    assert ticked == [str(office.cases[0].number), str(office.cases[2].number)]
    assert fee_of(office.case()).state == "due"

    office.post("thu.quy", PAGE, confirm="1", **{"numbers:list": ticked})
    assert [fee_of(office.case(place)).state for place in range(3)] == ["paid", "due", "paid"]


def test_a_statement_of_ten_thousand_wild_lines_is_read_quickly(office):
    wild = "\n".join("HS" + "H.S" * 30 + str(number) * 50 for number in range(3000))
    answer = office.post("thu.quy", PAGE, statement=wild)
    assert answer.status_code == 200
    assert answer.elapsed.total_seconds() < 5
