"""Values as the journal keeps them: plain, without secrets, and bounded.

A text of more than ``LONGEST`` characters is kept as its length and fingerprint, a change of it as
the lines that differ; the whole text stands in the item's versions.
"""

from collections.abc import Mapping
from DateTime import DateTime
from datetime import date
from difflib import unified_diff
from plone.app.textfield.interfaces import IRichTextValue
from plone.namedfile.interfaces import INamed
from z3c.relationfield.interfaces import IRelationValue
import hashlib
import re

LONGEST = 1_000
LONGEST_DIFF = 6_000
MOST_TO_COMPARE = 200_000
MOST_ITEMS = 50
SECRET = re.compile(r"passw|pass$|_key$|secret|token|mat_?khau|otp|recovery", re.IGNORECASE)
HIDDEN = "***"


def plain(value):
    """``value`` as JSON knows it; a file as its name, size and kind."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, DateTime):
        return value.ISO8601()
    if isinstance(value, date):
        return value.isoformat()
    if IRichTextValue.providedBy(value):
        return value.raw
    if INamed.providedBy(value) and hasattr(value, "getSize"):
        return {"file": value.filename, "bytes": value.getSize(), "type": value.contentType}
    if IRelationValue.providedBy(value):
        return value.to_path
    if isinstance(value, Mapping):
        return {
            str(name): HIDDEN if _is_secret(str(name), one) else plain(one)
            for name, one in value.items()
        }
    if isinstance(value, set | frozenset):
        return sorted((plain(one) for one in value), key=str)
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return f"<{type(value).__name__}>"


def _is_secret(name: str, value) -> bool:
    """By its name; whether something is so, such as ``must_change_password``, is no secret."""
    return not isinstance(value, bool) and SECRET.search(name) is not None


def bounded(value):
    """``plain``, with long texts and long lists cut."""
    return _cut(plain(value))


def changed(before: Mapping, after: Mapping) -> tuple[dict, dict]:
    """What differs between two mappings of values, as ``(before, after)`` of the journal."""
    old, new = {}, {}
    for name in sorted(before.keys() | after.keys()):
        was, now = plain(before.get(name)), plain(after.get(name))
        if (was or None) == (now or None):
            continue
        if _is_secret(name, now if was is None else was):
            old[name] = new[name] = HIDDEN
            continue
        old[name], new[name] = _cut(was), _cut(now)
        if _is_long(was) or _is_long(now):
            new[name] = {**_as_mapping(new[name]), "diff": _difference(was, now)}
    return old, new


def _cut(value):
    if _is_long(value):
        fingerprint = hashlib.sha256(value.encode()).hexdigest()[:16]
        return {"characters": len(value), "sha256": fingerprint}
    if isinstance(value, Mapping):
        return {name: _cut(one) for name, one in list(value.items())[:MOST_ITEMS]}
    if isinstance(value, list):
        rest = len(value) - MOST_ITEMS
        return [_cut(one) for one in value[:MOST_ITEMS]] + ([f"+{rest}"] if rest > 0 else [])
    return value


def _is_long(value) -> bool:
    return isinstance(value, str) and len(value) > LONGEST


def _as_mapping(value) -> dict:
    return value if isinstance(value, dict) else {"text": value}


def _difference(was, now) -> str:
    """The lines that differ, at most ``LONGEST_DIFF`` characters of them."""
    was, now = _lines(was), _lines(now)
    if max(sum(map(len, was)), sum(map(len, now))) > MOST_TO_COMPARE:
        return ""
    lines = list(unified_diff(was, now, lineterm="", n=0))[2:]
    return "\n".join(line for line in lines if not line.startswith("@@"))[:LONGEST_DIFF]


def _lines(value) -> list[str]:
    """A text's lines; markup, which often is one long line, breaks after each closed block."""
    text = value if isinstance(value, str) else ""
    return re.sub(r"(</(?:p|li|tr|h\d|div)>)", r"\1\n", text).splitlines()
