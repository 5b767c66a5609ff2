"""Strict reading of one TOML table into one frozen object.

The dataclass is the schema: its fields are the allowed keys, their types the allowed values, a
field without default is required and may not be empty. Nothing is guessed or skipped.
"""

from collections.abc import Mapping
from dataclasses import MISSING
from dataclasses import fields
from dataclasses import is_dataclass
from datetime import date
from eduportal.mandate.place import Place
from eduportal.mandate.references import PLACEHOLDERS
from eduportal.mandate.references import Day
from eduportal.mandate.references import Words
from functools import cache
from string import Formatter
from types import MappingProxyType
from types import NoneType
from types import UnionType
from typing import Annotated
from typing import Any
from typing import Literal
from typing import TypeVar
from typing import Union
from typing import get_args
from typing import get_origin
from typing import get_type_hints

T = TypeVar("T")

TYPE_NAMES = {
    str: ("text", "chuỗi"),
    int: ("a whole number", "số nguyên"),
    bool: ("true or false", "true hoặc false"),
    tuple: ("a list", "danh sách"),
    dict: ("a table", "bảng"),
}


@cache
def schema(cls: type) -> dict[str, tuple[Any, bool]]:
    """Key of the data → (type, required)."""
    hints = get_type_hints(cls, include_extras=True)
    return {
        field.name: (
            hints[field.name],
            field.default is MISSING and field.default_factory is MISSING,
        )
        for field in fields(cls)
        if "computed" not in field.metadata
    }


def read(cls: type[T], table: Any, place: Place, **computed: Any) -> T:
    """``table`` as an instance of the dataclass ``cls``; ``MandateError`` if it does not fit."""
    _expect(table, dict, place)
    keys = schema(cls)
    for key in table:
        if key not in keys:
            raise place.at(key).unknown(keys)
    values = {}
    for key, (hint, required) in keys.items():
        if required and (key not in table or _blank(table[key])):
            raise place.at(key).missing()
        if key in table:
            values[key] = value_of(hint, table[key], place.at(key))
    return cls(**values, **computed)


def value_of(hint: Any, value: Any, place: Place) -> Any:
    """``value`` as ``hint`` wants it."""
    hint = _bare(hint)
    if hint is Any:
        return _frozen(value)
    if hint is Day:
        return _day(value, place)
    if hint is Words:
        return _words(value, place)
    if get_origin(hint) is Literal:
        allowed = get_args(hint)
        if value not in allowed:
            raise place.wrong(value, *(", ".join(map(str, allowed)),) * 2)
        return value
    if get_origin(hint) is tuple:
        _expect(value, tuple, place)
        item = get_args(hint)[0]
        return tuple(value_of(item, one, place.at(str(n))) for n, one in enumerate(value, 1))
    if get_origin(hint) is Mapping:
        _expect(value, dict, place)
        item = get_args(hint)[1]
        return MappingProxyType({k: value_of(item, v, place.at(k)) for k, v in value.items()})
    if is_dataclass(hint):
        return read(hint, value, place)
    _expect(value, hint, place)
    return value


def _bare(hint: Any) -> Any:
    """The hint without ``Annotated`` and without ``| None``: TOML cannot say None anyway."""
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return _bare(next(arg for arg in get_args(hint) if arg is not NoneType))
    return hint


def _blank(value: Any) -> bool:
    """Whether nothing is said; an empty list says something: none."""
    return isinstance(value, str) and not value.strip()


def _expect(value: Any, wanted: type, place: Place) -> None:
    python = list if wanted is tuple else wanted
    # bool is an int to Python, but not to whoever wrote the file.
    if not isinstance(value, python) or (wanted is int and isinstance(value, bool)):
        raise place.wrong(value, *TYPE_NAMES[wanted])


def _day(value: Any, place: Place) -> Day:
    try:
        if value:
            date.fromisoformat(value)
    except (TypeError, ValueError):
        raise place.wrong(value, "a date as 2020-10-05", "ngày dạng 2020-10-05") from None
    return Day(value)


def _words(value: Any, place: Place) -> Words:
    _expect(value, str, place)
    try:
        named = {name for _text, name, _spec, _conversion in Formatter().parse(value)}
    except ValueError:
        named = {value}
    if not named <= {None, *PLACEHOLDERS}:
        allowed = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise place.wrong(value, f"no braces but {allowed}", f"chỉ dùng ngoặc nhọn cho {allowed}")
    return Words(value)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return value
