"""One name of a list in both languages, as shipped in TOML and as an editor writes it on a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from eduportal.vietnamese import fold
from eduportal.vietnamese import nfc
from eduportal.vietnamese import slug
from pathlib import Path
import re
import tomllib

SEPARATOR = "|"
TOKEN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """A name with its unchanging token; ``sources`` says which text lists it."""

    token: str
    vi: str
    en: str = ""
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        return self.en if language == "en" and self.en else self.vi

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name in (self.vi, self.en, *self.aliases) if name)


def read(path: Path) -> tuple[Term, ...]:
    """The ``[[term]]`` entries of a TOML file; an unknown key or a token used twice is an error."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["term"]
    terms = tuple(
        Term(**{key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()})
        for entry in entries
    )
    tokens = [term.token for term in terms]
    twice = sorted({token for token in tokens if tokens.count(token) > 1})
    if twice:
        raise ValueError(f"{path.name}: token used twice: {', '.join(twice)}")
    return terms


def to_line(term: Term) -> str:
    """``thong-tu | Thông tư | Circular | TT``."""
    parts = [term.token, term.vi, term.en, term.abbreviation]
    return f" {SEPARATOR} ".join(parts).rstrip(f" {SEPARATOR}")


def from_lines(lines: Iterable[str], shipped: Iterable[Term] = ()) -> tuple[Term, ...]:
    """What an editor wrote; aliases and sources come from the shipped term of the same token."""
    known = {term.token: term for term in shipped}
    terms = {}
    for line in lines:
        token, vi, en, abbreviation = _parts(line)
        base = known.get(token)
        terms.setdefault(
            token,
            Term(
                token=token,
                vi=vi,
                en=en,
                abbreviation=abbreviation,
                aliases=base.aliases if base else (),
                sources=base.sources if base else (),
            ),
        )
    return tuple(terms.values())


def is_line(line: str) -> bool:
    """Whether a line can be read: a name alone, or token and name and perhaps English."""
    token, vi, _en, _abbreviation = _parts(line)
    return bool(vi and TOKEN.fullmatch(token))


def find(terms: Iterable[Term], text: str) -> Term | None:
    """The term meant by ``text``: its token, a name, or a name typed without marks."""
    terms = tuple(terms)
    wanted = " ".join(nfc(text).split())
    for term in terms:
        if wanted == term.token:
            return term
    for same in (str.casefold, fold):
        for term in terms:
            if same(wanted) in {same(name) for name in term.names}:
                return term
    return None


def _parts(line: str) -> tuple[str, str, str, str]:
    parts = [" ".join(nfc(part).split()) for part in line.split(SEPARATOR)]
    if len(parts) == 1:
        parts = [slug(parts[0]), parts[0]]
    token, vi, en, abbreviation = (*parts, "", "")[:4]
    return token, vi, en, abbreviation
