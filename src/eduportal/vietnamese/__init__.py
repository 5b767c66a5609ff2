"""Vietnamese text: one stored form, comparison without marks, words, addresses made of words."""

from eduportal.vietnamese import legacy
from eduportal.vietnamese.fold import fold
from eduportal.vietnamese.fold import nfc
from eduportal.vietnamese.fold import slug
from eduportal.vietnamese.syllable import Word
from eduportal.vietnamese.syllable import agreement
from eduportal.vietnamese.syllable import beginnings
from eduportal.vietnamese.words import spans
from eduportal.vietnamese.words import words

__all__ = ["Word", "agreement", "beginnings", "fold", "legacy", "nfc", "slug", "spans", "words"]
