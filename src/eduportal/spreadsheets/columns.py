"""What the columns of a kind of table are called, and how large such a table may be."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from eduportal.vietnamese import fold
from functools import cached_property
from typing import Literal
import re


@dataclass(frozen=True)
class Columns:
    """The columns of one kind of table, in order.

    ``headings`` are what people write over a column besides its own name; capitals, Vietnamese
    marks and punctuation are ignored. ``titles_vi`` and ``titles_en`` name columns to their
    readers where the name itself is no word of theirs. ``record`` is what a row stands for, in
    both languages: ``("đơn vị", "unit")``. ``largest_file`` is in bytes. Columns headed as in
    ``unread`` (running numbers, notes) and sheets called as in ``unread_sheets`` are passed over
    in silence.
    """

    names: tuple[str, ...]
    required: tuple[str, ...]
    record: tuple[str, str]
    headings: Mapping[str, Iterable[str]] = field(default_factory=dict)
    titles_vi: Mapping[str, str] = field(default_factory=dict)
    titles_en: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    unread_sheets: tuple[str, ...] = ()
    largest_file: int = 5_000_000
    most_rows: int = 5_000

    def column_of(self, text: str) -> str | None:
        """The column a heading stands for."""
        return self._names.get(_plain(text))

    def passes_over(self, heading: str) -> bool:
        """Whether a column of that heading is not meant to be read."""
        return _plain(heading) in {_plain(name) for name in self.unread}

    def passes_over_sheet(self, title: str) -> bool:
        """Whether a sheet of that name is not meant to be read."""
        return _plain(title) in {_plain(name) for name in self.unread_sheets}

    def listed(self, columns: Iterable[str], language: Literal["vi", "en"]) -> str:
        """Columns as a sentence names them."""
        titles = self.titles_en if language == "en" else self.titles_vi
        return ", ".join(titles.get(column, column) for column in columns)

    @cached_property
    def _names(self) -> dict[str, str]:
        names = {_plain(column): column for column in self.names}
        for titles in (self.titles_vi, self.titles_en):
            names |= {_plain(title): column for column, title in titles.items()}
        for column, written in self.headings.items():
            names |= {_plain(heading): column for heading in written}
        return names


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
