"""What the index writes down of one object: short strings, each the key of a set of records.

The first letter says what kind of entry it is:

* ``w`` a word of the text, ``wcong=công``: all marked spellings of one bare word stand together
* ``b`` two words of the text that follow each other, without marks: ``bcong khai``
* ``t``, ``u`` the same of the title, to which a record's number belongs
* ``n`` a record's whole number: ``n37 2020 tt bgddt``
"""

from eduportal.vietnamese import Word
from eduportal.vietnamese import words
from itertools import pairwise
from typing import NamedTuple

LONGEST_TEXT = 400_000
"""Letters of one object's text that are read: some 150 pages."""
LONGEST_WORD = 40
"""Longer runs of letters are no words but what was encoded or badly recognised."""
BEFORE_NUMBER = "số"
"""Who looks for ``thông tư số 37`` types the word that the number itself leaves out."""
AFTER_EQUAL = ">"
"""The sign that follows = in the order of keys."""
LAST = "\U0010ffff"


class Source(NamedTuple):
    """What is read of an object; ``names`` are what it is called besides its title and number."""

    text: str
    title: str = ""
    number: str = ""
    names: tuple[str, ...] = ()
    short_name: str = ""


class Place(NamedTuple):
    """The letters under which a part of the object is written down."""

    word: str
    pair: str


TEXT = Place("w", "b")
TITLE = Place("t", "u")
NUMBER = "n"


def entries(source: Source) -> set[str]:
    """All entries of one object."""
    # TT-BGD&ĐT and TT-BGDĐT are one symbol
    number = words(source.number.replace("&", ""))
    titles = [words(title) for title in (source.title, *source.names)]
    if number:
        titles.append([*words(BEFORE_NUMBER), *number])
    found = _entries(TEXT, _words_of_text(source))
    for title in titles:
        found |= _entries(TITLE, title) | _entries(TEXT, title)
    if number:
        found.add(whole_number(number))
    return found


def _words_of_text(source: Source) -> list[Word]:
    """The text's words without the short name that Plone puts before it, unless it says more.

    A short name is the title without its marks: it would answer to every marked spelling.
    """
    text = source.text.lstrip()[:LONGEST_TEXT]
    if not source.short_name or not text.startswith(f"{source.short_name} "):
        return words(text)
    found = words(text[len(source.short_name) :])
    known = {word.folded for word in [*found, *words(source.title)]}
    return [*found, *(word for word in words(source.short_name) if word.folded not in known)]


def _entries(place: Place, found: list[Word]) -> set[str]:
    kept = [word for word in found if len(word.folded) <= LONGEST_WORD]
    pairs = set(pairwise(word.folded for word in kept))
    return {word_key(place, word) for word in set(kept)} | {
        f"{place.pair}{first} {second}" for first, second in pairs
    }


def word_key(place: Place, word: Word) -> str:
    """``tso=sở``; a word without marks ends with the sign: ``tso=``."""
    marked = "" if word.marked == word.folded else word.marked
    return f"{place.word}{word.folded}={marked}"


def marked_spelling(key: str) -> str:
    """The marked spelling of a word's key."""
    folded, _sign, marked = key[1:].partition("=")
    return marked or folded


def bare_word(key: str) -> str:
    """The word of a word's key without its marks."""
    return key[1:].partition("=")[0]


def spellings(place: Place, folded: str) -> tuple[str, str]:
    """First key and the key behind the last one, of all marked spellings of a word."""
    return f"{place.word}{folded}=", f"{place.word}{folded}{AFTER_EQUAL}"


def beginnings(place: Place, folded: str) -> tuple[str, str]:
    """The same, of all words that begin so."""
    return f"{place.word}{folded}", f"{place.word}{folded}{LAST}"


def whole_number(number: list[Word]) -> str:
    """The key of a record's number."""
    return NUMBER + " ".join(word.folded for word in number)
