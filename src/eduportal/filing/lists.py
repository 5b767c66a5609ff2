"""Several values in one cell: separated by semicolons or lines, quoted where they hold one."""

from collections.abc import Iterable
from dataclasses import dataclass
import re

PART = re.compile(
    r"""\s*
    (?:"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>[^;\n|]*?))
    [^\S\n]*
    (?:\|[^\S\n]*(?:"(?P<quoted_title>(?:[^"]|"")*)"|(?P<title>[^;\n]*?)))?
    [^\S\n]*(?:[;\n]|$)""",
    re.VERBOSE,
)
SEPARATE = re.compile(r'[;\n|]|^\s*"')


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a file, and its own title if it has one: ``bien-ban.pdf | Biên bản``."""

    name: str
    title: str = ""


def named(text: str) -> list[Named]:
    """Every part of a cell, with what stands behind its bar."""
    parts, at = [], 0
    while at < len(text):
        found = PART.match(text, at)
        if found is None or found.end() == at:
            # A quotation mark in the middle of a word: nothing was meant by it.
            end = min((p for p in (text.find(";", at), text.find("\n", at)) if p >= 0), default=-1)
            end = len(text) if end < 0 else end
            parts.append(Named(text[at:end].strip()))
            at = end + 1
            continue
        parts.append(
            Named(
                _value(found["quoted"], found["plain"]),
                _value(found["quoted_title"], found["title"]),
            )
        )
        at = found.end()
    return [part for part in parts if part.name]


def split(text: str) -> list[str]:
    """The values of a cell, each once, in order; a bar is a letter like any other."""
    values = [f"{one.name} | {one.title}" if one.title else one.name for one in named(text)]
    return list(dict.fromkeys(values))


def join(values: Iterable[str]) -> str:
    """The cell that ``split`` reads back."""
    return "; ".join(_written(value) for value in values)


def join_named(parts: Iterable[Named]) -> str:
    """The cell that ``named`` reads back."""
    return "; ".join(
        f"{_written(part.name)} | {_written(part.title)}" if part.title else _written(part.name)
        for part in parts
    )


def _value(quoted: str | None, plain: str | None) -> str:
    text = quoted.replace('""', '"') if quoted is not None else plain or ""
    return " ".join(text.split())


def _written(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if SEPARATE.search(value) else value
