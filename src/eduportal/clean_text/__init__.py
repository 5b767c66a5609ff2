"""Text as TCVN 6909:2001 wants it: Unicode, composed, without a word processor's markup."""

from eduportal.clean_text.characters import tidy
from eduportal.clean_text.characters import tidy_line
from eduportal.clean_text.hints import Hint
from eduportal.clean_text.hints import hints
from eduportal.clean_text.markup import clean
from eduportal.clean_text.old_encodings import Passage
from eduportal.clean_text.old_encodings import convert
from eduportal.clean_text.old_encodings import passages

__all__ = ["Hint", "Passage", "clean", "convert", "hints", "passages", "tidy", "tidy_line"]
