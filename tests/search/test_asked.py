"""What a visitor typed, read without trusting it."""

from eduportal import search
import pytest


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", {}),
        ("()*!", {}),
        ("thư", {"SearchableText": "thư*"}),
        ("số 37/2020", {"SearchableText": '"số" AND "37" AND 2020*'}),
        ('a" OR "b', {"SearchableText": '"a" AND "OR" AND b*'}),
    ],
)
def test_every_word_is_wanted_and_no_sign_is_an_operator(typed, query):
    assert search.words(typed) == query


@pytest.mark.parametrize(
    ("value", "number"),
    [("20", 20), ("-1", 0), ("1e3", 0), ("٣", 0), ("9" * 9, 0), (["1"], 0), (None, 0)],
)
def test_what_is_no_number_counts_as_not_asked(value, number):
    assert search.number({"b_start": value}, "b_start") == number


def test_text_is_composed_and_cut():
    form = {"q": "  Quy\u0302  ", "long": "x" * 500, "list": ["a"]}
    read = {name: search.text(form, name) for name in form}
    assert read == {"q": "Qu\u0177", "long": "x" * 200, "list": ""}


def test_halves_of_letters_are_left_out():
    assert search.text({"q": "s\udcff\ud800ở"}, "q") == "sở"
