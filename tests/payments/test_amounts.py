"""Amounts in words, as on a voucher."""

from eduportal.payments import amounts
import pytest

WORDS = {
    0: ("Không đồng", "Zero dong"),
    5: ("Năm đồng", "Five dong"),
    10: ("Mười đồng", "Ten dong"),
    15: ("Mười lăm đồng", "Fifteen dong"),
    21: ("Hai mươi mốt đồng", "Twenty-one dong"),
    101: ("Một trăm linh một đồng", "One hundred and one dong"),
    115: ("Một trăm mười lăm đồng", "One hundred and fifteen dong"),
    1_005: ("Một nghìn không trăm linh năm đồng", "One thousand five dong"),
    20_000: ("Hai mươi nghìn đồng", "Twenty thousand dong"),
    105_000: ("Một trăm linh năm nghìn đồng", "One hundred and five thousand dong"),
    1_250_000: (
        "Một triệu hai trăm năm mươi nghìn đồng",
        "One million two hundred and fifty thousand dong",
    ),
    1_000_005: ("Một triệu không trăm linh năm đồng", "One million five dong"),
    24_000_000_000: ("Hai mươi bốn tỷ đồng", "Twenty-four billion dong"),
}


@pytest.mark.parametrize("amount", WORDS)
def test_an_amount_is_said_in_both_languages(amount):
    assert (amounts.words(amount), amounts.words(amount, "en")) == WORDS[amount]


def test_figures_have_the_marks_of_their_language():
    assert amounts.figures(1_250_000) == "1.250.000 đồng"
    assert amounts.figures(1_250_000, "en") == "VND 1,250,000"


def test_more_than_a_voucher_knows_is_refused():
    with pytest.raises(ValueError, match="an amount is between"):
        amounts.words(10**12)
