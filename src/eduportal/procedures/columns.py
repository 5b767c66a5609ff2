"""The columns of a table of procedures, read from ``data/columns.toml``; plain Python."""

from dataclasses import dataclass
from eduportal.spreadsheets import Columns
from functools import cache
from importlib.resources import files
import tomllib

MOST_ROWS = 1_000
"""A province's whole sector has some two hundred procedures."""
LARGEST_FILE = 3_000_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column; the token is the field's name, ``value`` says how its cells are read."""

    token: str
    value: str
    vi: str
    en: str
    list: str = ""
    aliases: tuple[str, ...] = ()
    hint_vi: str = ""
    hint_en: str = ""


@cache
def columns() -> tuple[Column, ...]:
    """All columns in the order of an export."""
    return tuple(
        Column(**{key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()})
        for entry in _data()["column"]
    )


@cache
def spreadsheet() -> Columns:
    """The same for the reader of spreadsheets; only the name has to be there."""
    return Columns(
        names=tuple(column.token for column in columns()),
        required=("title",),
        record=("thủ tục", "procedure"),
        headings={column.token: column.aliases for column in columns()},
        titles_vi={column.token: column.vi for column in columns()},
        titles_en={column.token: column.en for column in columns()},
        unread=tuple(_data()["unread"]),
        unread_sheets=tuple(_data()["unread_sheets"]),
        largest_file=LARGEST_FILE,
        most_rows=MOST_ROWS,
    )


@cache
def _data() -> dict:
    return tomllib.loads(files(__package__).joinpath("data/columns.toml").read_text("utf-8"))
