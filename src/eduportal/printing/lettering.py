"""The font on paper, with every Vietnamese letter (``fonts/subset.py`` made it)."""

from functools import cache
from pathlib import Path
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
import re
import unicodedata

FONTS = Path(__file__).parent / "fonts"
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
NO_GLYPH = "□"
ORNAMENTS = ("So", "Sk", "Cf", "Mn", "Co", "Cn")
"""Emoji and what colours them: left out, where a letter of another script gets a box."""


@cache
def lettering() -> frozenset[int]:
    """Make the font known to ReportLab, once; returns the characters it has."""
    fonts = [
        TTFont(f"Portal{'' if style == 'Regular' else style}", FONTS / f"PortalSans-{style}.ttf")
        for style in STYLES
    ]
    for font in fonts:
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily("Portal", *(font.fontName for font in fonts))
    return frozenset(fonts[0].face.charToGlyph)


def covered(text: str) -> str:
    """The text without what the font cannot draw."""
    return re.sub(r"[^\x20-\x7e\n]", lambda found: _drawn(found[0]), text)


def _drawn(letter: str) -> str:
    if ord(letter) in lettering():
        return letter
    return "" if unicodedata.category(letter) in ORNAMENTS else NO_GLYPH
