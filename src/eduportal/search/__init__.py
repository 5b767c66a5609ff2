"""Finding things: what a visitor typed, made into a catalogue query."""

from eduportal.search.asked import number
from eduportal.search.asked import text
from eduportal.search.asked import words

__all__ = ["number", "text", "words"]
