"""What the child hands to its parent."""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
import json
import os

NAME = "found.json"
STATES = ("read", "empty", "encrypted", "broken", "too-large", "unsupported", "failed")


@dataclass
class Found:
    """``pages`` are the texts of pages, sheets or slides; indexes into them count from 0.

    ``unread_pages`` is the number of pages that show only a picture and were not recognised.
    ``pictures`` are the paths of the first pages' pictures.
    """

    state: str
    reason: str = ""
    pages: list[str] = field(default_factory=list)
    recognised_pages: list[int] = field(default_factory=list)
    unread_pages: int = 0
    pictures: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        """Whole or not at all: the child may die at any moment after this one."""
        text = json.dumps(asdict(self), ensure_ascii=False)
        (folder / f"{NAME}.new").write_text(text, encoding="utf-8")
        os.replace(folder / f"{NAME}.new", folder / NAME)

    @classmethod
    def load(cls, folder: Path) -> "Found | None":
        """What a child wrote last, None where it wrote nothing that can be believed."""
        try:
            found = cls(**json.loads((folder / NAME).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return found if found.state in STATES else None


class Unreadable(Exception):
    """Raised by a format's reader: the state and the reason that the file gets."""

    def __init__(self, state: str, reason: str) -> None:
        super().__init__(f"{state}: {reason}")
        self.found = Found(state, reason)
