"""Codes: unguessable, forgiving to who types them, strict about mistakes."""

from eduportal.cases import codes
import pytest
import re


def test_a_code_has_twelve_symbols_and_is_well_formed():
    made = {codes.new() for _number in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch("[0-9A-HJKMNP-TV-Z]{12}", code) for code in made)
    assert all(codes.is_well_formed(codes.shown(code)) for code in made)


def test_every_single_mistake_and_every_swap_of_neighbours_is_found():
    for code in (codes.new() for _number in range(20)):
        for place, right in enumerate(code):
            for wrong in codes.ALPHABET.replace(right, ""):
                assert not codes.is_well_formed(code[:place] + wrong + code[place + 1 :])
        for place in range(11):
            one, other = code[place : place + 2]
            swapped = code[:place] + other + one + code[place + 2 :]
            assert codes.is_well_formed(swapped) == (one == other)


@pytest.mark.parametrize(
    "typed",
    [
        "HS-0123-4567-89AB",
        "hs-0123-4567-89ab",
        " HS 0123 4567 89AB ",
        "0123456789AB",
        "HS–O1Z3–4567–89AB".replace("Z", "2"),
        "oi23-4567-89ab",
        "HS-0L23-4567-89AB",
    ],
)
def test_a_code_is_read_as_people_write_it(typed):
    assert codes.normalise(typed) == "0123456789AB"


@pytest.mark.parametrize("typed", ["", "HS", "HS-0123", "x" * 5000, "HS-0123-4567-89A!", "☃" * 12])
def test_what_is_no_code_is_told_apart(typed):
    assert not codes.is_well_formed(typed)
