"""Who is to be told what: pure values, so that a letter can be written when the item is gone."""

from dataclasses import dataclass
from email.headerregistry import Address


@dataclass(frozen=True, slots=True)
class Portal:
    """Where the mail comes from: sender, the unit's names, the portal's address without a slash."""

    id: str
    from_: Address
    unit: str
    unit_en: str
    url: str

    def name(self, language: str) -> str:
        return (self.unit_en if language == "en" else self.unit) or self.from_.display_name


@dataclass(frozen=True, slots=True)
class Person:
    """A receiver; ``language`` is "vi" or "en"."""

    id: str
    name: str
    address: str
    language: str


@dataclass(frozen=True, slots=True)
class Note:
    """One item: ``news`` is a key of ``letters.NEWS``. Of the item only title and address."""

    news: str
    title: str
    url: str
