"""Codes of cases: eleven random symbols and a check symbol, ``HS-XXXX-XXXX-XXXX`` when shown.

The symbols are those of Crockford's base 32 (no I, L, O, U), read as the elements of the field of
32 elements. The check symbol makes the sum of ``2**place * symbol`` zero in that field; so every
single wrong symbol and every swap of two different symbols is found.
"""

import re
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12
PREFIX = "HS"
MODULUS = 0b100101
"""x**5 + x**2 + 1, which is primitive: the powers of 2 run through all 31 elements but zero."""
READ_AS = str.maketrans("ILO", "110")


def new() -> str:
    """A code that nobody can guess (55 random bits), without prefix and dashes."""
    symbols = [secrets.randbelow(32) for _ in range(LENGTH - 1)]
    return "".join(ALPHABET[symbol] for symbol in (*symbols, _check(symbols)))


def normalise(text: str) -> str:
    """What a person typed or scanned, as it is stored: ``hs-7k3m 9qwt oabc`` -> ``7K3M9QWT0ABC``.

    What is no code is returned folded all the same; ``is_well_formed`` says whether it is one.
    """
    typed = re.sub(r"[\s\-\u2010-\u2015_.]+", "", unicodedata.normalize("NFKC", text)).upper()
    if len(typed) == LENGTH + len(PREFIX) and typed.startswith(PREFIX):
        typed = typed[len(PREFIX) :]
    return typed.translate(READ_AS)


def is_well_formed(text: str) -> bool:
    """Whether a code is complete and its check symbol right; says nothing about a case."""
    code = normalise(text)
    if len(code) != LENGTH or any(symbol not in ALPHABET for symbol in code):
        return False
    *symbols, check = (ALPHABET.index(symbol) for symbol in code)
    return _check(symbols) == check


def shown(code: str) -> str:
    """As it is printed: ``HS-7K3M-9QWT-0ABC``."""
    groups = (code[place : place + 4] for place in range(0, len(code), 4))
    return "-".join((PREFIX, *groups))


def _check(symbols: list[int]) -> int:
    total = 0
    for symbol in symbols:
        total = _double(total ^ symbol)
    return total


def _double(element: int) -> int:
    element <<= 1
    return element ^ MODULUS if element & 0b100000 else element
