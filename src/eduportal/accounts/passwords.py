"""Whether a password is strong enough, said in a sentence; plain Python.

Length decides, once what anybody would guess first is taken out: common words with and without
marks, the person's and the unit's names, years, keyboard rows, runs and repetitions.
"""

from collections.abc import Iterable
from eduportal import _
from eduportal.vietnamese import fold
from eduportal.vietnamese import nfc
from functools import cache
from importlib.resources import files
from zope.i18nmessageid import Message
import re

SHORTEST = 12
LONGEST = 200
"""More is no password; hashing it would be work for nothing."""
LEFT = 5
"""So many letters and digits have to remain when the guessable was taken out."""
ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
RUN = 4
# People write o as 0 and a as 4 and feel safe.
DISGUISES = str.maketrans("013457@$!", "oieastasi")
YEAR = re.compile(r"(19|20)\d\d")
OWN = _("The password is made of your own name, login or unit. Choose another one.")
GUESSED = _(
    "The password is too easy to guess: it is a common one, or a row of keys or repetitions. "
    "Choose another one."
)
REPEATED = re.compile(r"(.+?)\1+")


def weakness(password: str, names: Iterable[str] = (), shortest: int = SHORTEST) -> Message | None:
    """What is wrong with a password, or None; ``names``: its owner's login, name and so on."""
    if len(nfc(password)) < shortest:
        return _(
            "password_short",
            default=(
                "The password has to have ${count} characters at least. A sentence that only you "
                "know is easy to remember and hard to guess."
            ),
            mapping={"count": str(shortest)},
        )
    if len(password) > LONGEST:
        return _(
            "password_long",
            default="The password may have ${count} characters at most.",
            mapping={"count": str(LONGEST)},
        )
    plain = _plain(password)
    own = _words(names)
    if len(_without(plain, own)) < LEFT and len(_without(plain, ())) >= LEFT:
        return OWN
    if len(_without(plain, own)) < LEFT:
        return GUESSED
    return None


def _without(plain: str, own: Iterable[str]) -> str:
    """What is left of a password, guessable pieces taken out, longest first."""
    left = plain
    for piece in sorted({*_common(), *own}, key=len, reverse=True):
        left = _cut(left, piece)
    left = YEAR.sub("", left)
    left = REPEATED.sub(r"\1", _without_runs(left))
    return left if len(set(left)) > 2 else ""


def _cut(text: str, piece: str) -> str:
    """``text`` without ``piece``, also where that is disguised; what is left stays as it was."""
    start = text.translate(DISGUISES).find(piece.translate(DISGUISES))
    while start >= 0:
        text = text[:start] + text[start + len(piece) :]
        start = text.translate(DISGUISES).find(piece.translate(DISGUISES))
    return text


def _without_runs(text: str) -> str:
    for row in (*ROWS, *(row[::-1] for row in ROWS)):
        for length in range(len(row), RUN - 1, -1):
            for start in range(len(row) - length + 1):
                text = text.replace(row[start : start + length], "")
    return text


def _words(names: Iterable[str]) -> set[str]:
    """The names whole and in their parts; parts of one or two letters are in every text."""
    found = set()
    for name in names:
        parts = re.findall(r"[a-z0-9]+", fold(name))
        found |= {part for part in parts if len(part) > 2} | {"".join(parts)}
    return {word for word in found if len(word) > 2}


def _plain(text: str) -> str:
    return "".join(re.findall(r"[a-z0-9@$!]", fold(text)))


@cache
def _common() -> frozenset[str]:
    """``data/common_passwords.txt``: one word or password in a line, ``#`` begins a remark."""
    text = (files("eduportal.accounts") / "data" / "common_passwords.txt").read_text()
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return frozenset(_plain(line) for line in lines if line)
