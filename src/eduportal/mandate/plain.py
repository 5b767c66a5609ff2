"""Mandate objects as the plain values that JSON knows."""

from collections.abc import Mapping
from dataclasses import fields
from dataclasses import is_dataclass
from typing import Any


def as_data(value: Any) -> Any:
    """Dataclasses and mappings as dicts, tuples as lists, the rest as it is."""
    if is_dataclass(value):
        return {field.name: as_data(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_data(item) for item in value]
    return value
