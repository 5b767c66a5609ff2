"""Reading a search form's address: anything unreadable counts as not asked."""

from collections.abc import Mapping
from eduportal.vietnamese import nfc
import re

LONGEST = 200


def text(form: Mapping, name: str) -> str:
    """A field's text, composed and cut to a sensible length."""
    value = form.get(name)
    if not isinstance(value, str):
        return ""
    # Bytes that are no UTF-8 arrive as halves of letters, which no answer could repeat.
    return nfc(value).encode(errors="ignore").decode().strip()[:LONGEST]


def number(form: Mapping, name: str) -> int:
    """A field's whole number, 0 where there is none."""
    value = form.get(name)
    return int(value) if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value) else 0


def words(typed: str) -> dict[str, str]:
    """The part of a catalogue query that wants every word, the last one perhaps unfinished.

    Each word is quoted, so that "and", "or" and "not" are words too and no sign is an operator.
    """
    found = re.findall(r"\w+", typed)
    if not found:
        return {}
    quoted = [f'"{word}"' for word in found[:-1]]
    return {"SearchableText": " AND ".join([*quoted, f"{found[-1]}*"])}
