"""A unit's own main colour: its shades, and whether everybody can read what is written with them.

Contrast as in WCAG 2.2, 1.4.3 (4.5 to 1 for text). Kon Tum II.1 encourages light colours and
advises against black and dark tones, so there is an upper bound too.
"""

from colorsys import hls_to_rgb
from colorsys import rgb_to_hls
import re

HEX = re.compile(r"#[0-9a-f]{6}")
LEAST = 4.5
DARKEST = 12.0
"""Contrast with white from which a colour passes for black."""

FIXED = {"ground": "#ffffff", "on-brand": "#ffffff", "ink": "#1d2b36", "ink-soft": "#4b5b67"}
"""The theme's colours that no palette changes."""

PAIRS = (
    ("brand", "ground"),
    ("brand", "tint"),
    ("brand", "tint-soft"),
    ("brand-strong", "tint"),
    ("on-brand", "brand"),
    ("on-brand", "brand-strong"),
    ("ink", "tint"),
    ("ink-soft", "tint"),
    ("ink-soft", "ground"),
)
"""Text and the ground that it stands on."""


def shades(colour: str) -> dict[str, str]:
    """The names that a palette gives, for a main colour such as ``#0b5f9e``."""
    return {
        "brand": colour,
        "brand-strong": _mixed(colour, "#000000", 0.25),
        "tint": _light(colour, 0.935, 0.75),
        "tint-soft": _light(colour, 0.975, 0.75),
        "line": _light(colour, 0.83, 0.6),
    }


def tokens(colour: str) -> str:
    """The shades as CSS for a ``style`` attribute."""
    named = shades(colour)
    numbers = {f"{name}-rgb": _numbers(named[name]) for name in ("brand", "brand-strong")}
    return ";".join(f"--edu-{name}:{value}" for name, value in (named | numbers).items())


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white)."""
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text: str, ground: str) -> float:
    """1 (none) to 21 (black on white)."""
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weakest(named: dict[str, str]) -> float:
    """The lowest contrast of any text on its ground."""
    known = FIXED | named
    return min(contrast(known[text], known[ground]) for text, ground in PAIRS)


def is_readable(colour: str) -> bool:
    return weakest(shades(colour)) >= LEAST


def is_too_dark(colour: str) -> bool:
    return contrast(colour, FIXED["ground"]) > DARKEST


def nearest(colour: str) -> str:
    """The colour itself, or the nearest of the same hue that may be used."""
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    for step in range(256):
        for sign in (-1, 1):
            tried = lightness + sign * step / 255
            if 0 <= tried <= 1:
                found = colour if step == 0 else _hex(hls_to_rgb(hue, tried, saturation))
                if is_readable(found) and not is_too_dark(found):
                    return found
    raise AssertionError("every hue has a shade between the two bounds")


def _parts(colour: str) -> tuple[float, float, float]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _hex(parts) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return _hex(mine * (1 - share) + theirs * share for mine, theirs in pairs)


def _light(colour: str, lightness: float, most: float) -> str:
    """A light shade of the same hue, at most so saturated: mixed with white it would look grey."""
    hue, _lightness, saturation = rgb_to_hls(*_parts(colour))
    return _hex(hls_to_rgb(hue, lightness, min(saturation, most)))


def _numbers(colour: str) -> str:
    return ", ".join(str(round(part * 255)) for part in _parts(colour))
