"""The columns of a file of documents, read from ``data/columns.toml``; plain Python."""

from dataclasses import dataclass
from eduportal.content_types.official_document.relations import RELATIONS
from eduportal.spreadsheets import Columns
from functools import cache
from importlib.resources import files
import tomllib

# The index keeps a hundred thousand records; Excel and its readers are at ease with half of that.
MOST_ROWS = 50_000
LARGEST_FILE = 30_000_000


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``value`` says how its cells are read, ``field`` which field they fill."""

    token: str
    value: str
    vi: str
    en: str
    field: str = ""
    aliases: tuple[str, ...] = ()
    example: str = ""
    hint_vi: str = ""
    hint_en: str = ""

    def title(self, language: str) -> str:
        return self.en if language == "en" else self.vi

    def hint(self, language: str) -> str:
        return self.hint_en if language == "en" else self.hint_vi


@cache
def columns() -> tuple[Column, ...]:
    """All columns in the order of an export; those of relations stand before the files."""
    written = [
        Column(**{key: tuple(v) if isinstance(v, list) else v for key, v in entry.items()})
        for entry in _data()["column"]
    ]
    place = [column.token for column in written].index("files")
    return (*written[:place], *_relations(), *written[place:])


@cache
def spreadsheet() -> Columns:
    """The same for the reader of spreadsheets; only the subject has to be there."""
    return Columns(
        names=tuple(column.token for column in columns()),
        required=("title",),
        record=("văn bản", "document"),
        headings={column.token: column.aliases for column in columns()},
        titles_vi={column.token: column.vi for column in columns()},
        titles_en={column.token: column.en for column in columns()},
        unread=tuple(_data()["unread"]),
        unread_sheets=tuple(_data()["unread_sheets"]),
        largest_file=LARGEST_FILE,
        most_rows=MOST_ROWS,
    )


def instructions() -> tuple[str, ...]:
    """What the template says above its table of columns."""
    return tuple(_data()["instructions"])


def _relations() -> list[Column]:
    return [
        Column(
            token=relation.token,
            value="documents",
            vi=relation.vi,
            en=relation.en,
            field=relation.token,
            aliases=tuple(_data()["relations"][relation.token]),
            hint_vi=(
                "Số, ký hiệu của các văn bản kia, cách nhau bằng dấu chấm phẩy; khi nhiều văn bản "
                "cùng số thì thêm ngày: 12/QĐ-UBND ngày 05/09/2019."
            ),
            hint_en=(
                "Numbers of the other documents, separated by semicolons; with the date where "
                "several have the same number: 12/QĐ-UBND ngày 05/09/2019."
            ),
        )
        for relation in RELATIONS
    ]


@cache
def _data() -> dict:
    return tomllib.loads(files(__package__).joinpath("data/columns.toml").read_text("utf-8"))
