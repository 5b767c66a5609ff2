"""Rows with their places, as a person sees them in the spreadsheet program."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from eduportal.spreadsheets.problems import Problem
from eduportal.spreadsheets.problems import Severity
from eduportal.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its place as a person sees it, its values by column, what reading it found."""

    values: Mapping[str, str]
    sheet: str = ""
    number: int = 0
    letters: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def __getitem__(self, column: str) -> str:
        return self.values.get(column, "")

    def problem(
        self,
        vi: str,
        en: str,
        column: str = "",
        *,
        severity: Severity = "error",
    ) -> Problem:
        """A problem at this row, or at one of its cells."""
        letter = self.letters.get(column, "")
        header = self.headers.get(column, "")
        return Problem(
            vi,
            en,
            sheet=self.sheet,
            row=self.number,
            column=column,
            value=self[column],
            severity=severity,
            header="" if header == column else header,
            cell=f"{letter}{self.number}" if letter else "",
        )


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file; ``problems`` are those of the file itself, not of a row."""

    rows: list[Row]
    problems: list[Problem]


def tidy(text: str) -> str:
    """NFC, hard spaces as spaces, nothing blank at the ends."""
    return nfc(text).replace("\u00a0", " ").strip().strip("\ufeff\u200b").strip()
