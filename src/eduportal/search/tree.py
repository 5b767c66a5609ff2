"""A query as it was understood."""

from dataclasses import dataclass
from eduportal.vietnamese import Word


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other, or one word.

    ``unfinished`` if the last word may go on, ``quoted`` if these very words are wanted.
    """

    words: tuple[Word, ...]
    unfinished: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Both:
    """What matches every part, in the order typed."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """What matches any part."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What does not match the part."""

    part: "Node"


Node = Phrase | Both | Either | Without
