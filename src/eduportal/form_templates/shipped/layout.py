"""What stands on the paper, whichever of the two formats it becomes. Sizes in points and cm.

Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins 20-25 mm above and below, 30-35 mm left, 15-20 mm
right, Times New Roman in black; Quốc hiệu 12-13 bold, Tiêu ngữ 13-14 bold with a rule of its
length, the text 13-14.
"""

from dataclasses import dataclass
from dataclasses import field
from typing import Literal
import re

PAGE_CM = (21.0, 29.7)
MARGINS_CM = (2.0, 1.5, 2.0, 3.0)
"""Above, right, below, left."""
TEXT_CM = 16.5
FONT = "Times New Roman"
SIZE = 13
FIRST_LINE_CM = 1.0
Align = Literal["start", "center", "end", "justify"]
MARKS = re.compile(r"(\*\*|__)")


@dataclass(frozen=True)
class Style:
    """Of a whole paragraph. ``rule_cm``: it is a rule of that length in the middle, no text."""

    align: Align = "start"
    bold: bool = False
    italic: bool = False
    size: int = SIZE
    first_cm: float = 0.0
    above: int = 0
    below: int = 3
    rule_cm: float = 0.0
    width_cm: float = TEXT_CM
    """Of the column it stands in, for the rule's place."""


@dataclass(frozen=True)
class Line:
    """A paragraph; ``**`` begins and ends bold, ``__`` italic."""

    text: str
    style: Style = Style()

    def runs(self) -> list[tuple[str, bool, bool]]:
        """``(text, bold, italic)`` of its pieces."""
        bold = italic = False
        found = []
        for piece in MARKS.split(self.text):
            if piece == "**":
                bold = not bold
            elif piece == "__":
                italic = not italic
            elif piece:
                found.append((piece, bold or self.style.bold, italic or self.style.italic))
        return found


@dataclass(frozen=True)
class Table:
    """Cells are lists of lines. Without ``borders`` it only puts columns side by side."""

    widths_cm: tuple[float, ...]
    rows: list[list[list[Line]]] = field(default_factory=list)
    borders: bool = False


Block = Line | Table
