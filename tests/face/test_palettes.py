"""Every palette that a unit may choose can be read (WCAG 2.2, 1.4.3: at least 4.5 to 1)."""

from eduportal.look.colours import PAIRS
from eduportal.units.fields import palettes
from importlib.resources import files
import pytest
import re

CSS = files("eduportal").joinpath("themes/eduportal/css/eduportal.css").read_text("utf-8")


def tokens(palette: str) -> dict[str, str]:
    rules = re.findall(r"([^{}]+)\{([^{}]*--edu-[^{}]*)\}", CSS)
    found = {}
    for selector, body in rules:
        if ":root" in selector or f"data-palette={palette}]" in selector.replace('"', ""):
            found |= dict(re.findall(r"--edu-([a-z-]+):\s*(#[0-9a-f]{3,6})", body))
    return found


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(text: str, ground: str) -> float:
    light, dark = sorted((luminance(text), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", palettes())
def test_text_stands_out_from_its_ground(palette):
    colour = tokens(palette)
    weak = {
        pair: round(contrast(colour[pair[0]], colour[pair[1]]), 2)
        for pair in PAIRS
        if contrast(colour[pair[0]], colour[pair[1]]) < 4.5
    }
    assert weak == {}


def test_every_palette_of_the_spreadsheet_has_its_colours():
    named = set(re.findall(r"\[data-palette=\"?([a-z-]+)\"?\]", CSS))
    assert named == set(palettes())


@pytest.mark.parametrize("asked", ["[data-contrast=more] body", "body[data-occasion=mourning]"])
@pytest.mark.parametrize("palette", palettes())
def test_high_contrast_and_mourning_can_be_read_over_every_palette(palette, asked):
    (body,) = re.findall(re.escape(asked) + r"\{([^{}]*)", CSS.replace('"', ""))
    colour = tokens(palette) | dict(re.findall(r"--edu-([a-z-]+):\s*(#[0-9a-f]{3,6})", body))
    weak = [pair for pair in PAIRS if contrast(colour[pair[0]], colour[pair[1]]) < 4.5]
    assert weak == []
