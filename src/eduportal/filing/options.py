"""How a file is to be imported."""

from dataclasses import dataclass

STATES = ("draft", "submitted", "published")
EVERY = 25
"""Rows that are committed together: a killed run loses so many at most."""


class FilingError(ValueError):
    """An import or export that cannot even begin; says why in Vietnamese and English."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(f"{vi} / {en}")
        self.vi = vi
        self.en = en


@dataclass(frozen=True, slots=True)
class Options:
    """``section`` by id, path or title, for rows that name none; ``state`` likewise.

    Without ``update`` a record keeps what it says, and only its empty fields are filled.
    """

    section: str = "document-register"
    state: str = "draft"
    update: bool = False
    dry_run: bool = False
    every: int = EVERY
