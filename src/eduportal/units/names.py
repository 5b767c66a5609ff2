"""What a unit's Vietnamese name says: its kind, and the own name that is left."""

from collections.abc import Iterator
from dataclasses import dataclass
from eduportal.units.tables import table
from eduportal.vietnamese import fold
from eduportal.vietnamese import nfc
from functools import cache
import re

CODES_OF_LEVELS = {"0": "C0", "1": "C1", "2": "C2", "3": "C3", "12": "C12", "23": "C23"}
CODES_OF_LEVELS |= {"123": "C123", "13": "C123"}


@dataclass(frozen=True, slots=True)
class Name:
    """``Trường THPT Trần Phú`` read as ``C3`` and ``["Trần", "Phú"]``; ``code`` may be empty."""

    code: str
    own: tuple[str, ...]

    @property
    def address(self) -> str:
        """The own name in one word without marks: ``tranphu``."""
        return joined(" ".join(self.own))


def read_name(text: str) -> Name:
    """The kind and the own name, abbreviations understood (THCS, TH&THCS, PTDTNT, TTGDTX …)."""
    words = _words(re.sub(r"\([^)]*\)", " ", nfc(text)))
    bare = [fold(word) for word in words]
    office = _longest(bare, _offices())
    if office:
        phrase, code = office
        # "UBND phường" ends in a place's word, which a number needs back (phường 5).
        kept = words[len(phrase) - (phrase[-1:] in _folded_places()) :]
        return Name(code, tuple(_without_place(kept, folded=True)))
    return _school(words, bare)


def place(text: str) -> tuple[str, ...]:
    """The words of a place without what kind of place it is: ``tỉnh Bắc Ninh`` → Bắc, Ninh."""
    return tuple(_without_place(_words(nfc(text)), folded=True))


def joined(text: str) -> str:
    """Letters and digits run together without marks: ``Hà Nội`` → ``hanoi``."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


def _words(text: str) -> list[str]:
    """Words and commas: after one follows where the unit is (…, quận Ba Đình)."""
    return re.findall(r"[^\W_]+|,", text)


def _school(words: list[str], bare: list[str]) -> Name:
    levels: set[str] = set()
    boarding = False
    start = 0
    while found := _longest(bare[start:], _school_words()):
        phrase, meaning = found
        boarding = boarding or meaning == "boarding"
        levels |= set(meaning) if meaning.isdigit() else set()
        start += len(phrase)
    rest = words[start:]
    code = CODES_OF_LEVELS.get("".join(sorted(levels)), "")
    if boarding and not levels:
        rules = table("naming")["boarding"]
        district = any(" ".join(rest).lower().startswith(word) for word in rules["district_words"])
        code = rules["district" if district else "province"]
    return Name(code, tuple(_without_place(rest, folded=False)))


def _without_place(words: list[str], folded: bool) -> list[str]:
    """The words after "quận", "huyện" …; a number stays with its word (Quận 8).

    In a school's name only lower-case words with their marks count: Xã Đàn is a name. Elsewhere
    words without marks count too if none has any: "Quan Hóa" is a name, "quan ba dinh" is not.
    """
    words = words[: words.index(",")] if "," in words else words
    unmarked = all(fold(word) == word.lower() for word in words)
    shown = [word.lower() for word in words] if folded else words
    for phrase in _places():
        size = len(phrase)
        wanted = [fold(word) for word in phrase] if folded and unmarked else list(phrase)
        if shown[:size] == wanted and not "".join(words[size : size + 1]).isdigit():
            return words[size:]
    return words


def _longest(
    bare: list[str], meanings: list[tuple[tuple[str, ...], str]]
) -> tuple[tuple[str, ...], str] | None:
    return next(((p, meaning) for p, meaning in meanings if tuple(bare[: len(p)]) == p), None)


@cache
def _offices() -> list[tuple[tuple[str, ...], str]]:
    return _longest_first(
        (phrase, entry["code"]) for entry in table("naming")["office"] for phrase in entry["words"]
    )


@cache
def _school_words() -> list[tuple[tuple[str, ...], str]]:
    data = table("naming")
    return _longest_first(
        [
            *data["levels"].items(),
            *((phrase, "boarding") for phrase in data["boarding"]["words"]),
            *((phrase, "") for phrase in data["filler"]["words"]),
        ]
    )


@cache
def _places() -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in table("naming")["places"]["words"]]


@cache
def _folded_places() -> set[tuple[str, ...]]:
    return {tuple(fold(word) for word in phrase) for phrase in _places()}


def _longest_first(
    pairs: Iterator[tuple[str, str]] | list[tuple[str, str]],
) -> list[tuple[tuple[str, ...], str]]:
    split = [(tuple(phrase.split()), meaning) for phrase, meaning in pairs]
    return sorted(split, key=lambda pair: -len(pair[0]))
