"""What is wrong with a cell, a row or a file, said so that its author can mend it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Language = Literal["vi", "en"]

LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. An error keeps its row out; a warning lets it pass.

    ``vi`` and ``en`` say what is wrong and what is allowed; ``sentence`` adds the place.
    ``row`` is 0 where the file or the sheet as a whole is meant.
    """

    vi: str
    en: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    value: str = ""
    severity: Severity = "error"
    header: str = ""
    """The column's heading as its author wrote it, where it is not ``column`` itself."""
    cell: str = ""
    """The cell's address in the spreadsheet program, such as ``D7``."""

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def place(self, language: Language = "vi") -> str:
        """Where: ``Trang "Đơn vị", dòng 7, cột tier``."""
        sheet, row, column = PLACES[language]
        parts = [
            sheet.format(self.sheet) if self.sheet else "",
            row.format(self.row) if self.row else "",
            column.format(self.header or self.column) if self.column else "",
        ]
        place = ", ".join(part for part in parts if part)
        return place[:1].upper() + place[1:]

    def sentence(self, language: Language = "vi") -> str:
        """Where and what: ``Dòng 7, cột tier: "C9" không phải là loại đơn vị. …``."""
        text = self.vi if language == "vi" else self.en
        place = self.place(language)
        return f"{place}: {text}" if place else text

    def as_dict(self) -> dict[str, str | int]:
        """For ``--json`` and REST."""
        return {
            "severity": self.severity,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "cell": self.cell,
            "value": self.value,
            "vi": self.sentence("vi"),
            "en": self.sentence("en"),
        }


PLACES: dict[Language, tuple[str, str, str]] = {
    "vi": ('trang "{}"', "dòng {}", "cột {}"),
    "en": ('sheet "{}"', "row {}", "column {}"),
}


def quote(value: str) -> str:
    """The value in quotation marks, cut when long, what cannot be printed shown as such."""
    shown = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(value.split()))
    if len(shown) > LONGEST_QUOTE:
        shown = shown[:LONGEST_QUOTE].rstrip() + "…"
    return f'"{shown}"'
