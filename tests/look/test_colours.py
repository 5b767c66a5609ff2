"""A unit's own colour can be read by everybody, or is refused with one that can be."""

from eduportal.look import colours
from eduportal.units.fields import palettes
from tests.face.test_palettes import tokens
import pytest


@pytest.mark.parametrize(
    ("colour", "offered"),
    [
        ("#0b5f9e", "#0b5f9e"),
        ("#ffcc00", "#896e00"),
        ("#ff0000", "#d30000"),
        ("#88bbee", "#1b6cbd"),
        ("#000000", "#373737"),
        ("#ffffff", "#6c6c6c"),
    ],
)
def test_the_nearest_colour_that_can_be_used_is_offered(colour, offered):
    assert colours.nearest(colour) == offered
    assert colours.is_readable(offered)
    assert not colours.is_too_dark(offered)


def test_every_offer_passes_whatever_is_asked_for():
    asked = [
        f"#{r:02x}{g:02x}{b:02x}"
        for r in range(0, 256, 51)
        for g in range(0, 256, 51)
        for b in range(0, 256, 51)
    ]
    offers = {colours.nearest(colour) for colour in asked}
    assert min(colours.weakest(colours.shades(offer)) for offer in offers) >= 4.5
    assert not any(colours.is_too_dark(offer) for offer in offers)


@pytest.mark.parametrize("palette", palettes())
def test_the_themes_palettes_meet_the_same_demand(palette):
    found = tokens(palette)
    assert colours.weakest({name: found[name] for name in colours.shades("#000000")}) >= 4.5
    assert not colours.is_too_dark(found["brand"])


def test_the_shades_are_written_as_the_theme_reads_them():
    assert colours.tokens("#0b5f9e") == (
        "--edu-brand:#0b5f9e;--edu-brand-strong:#084776;--edu-tint:#e2f0fb;"
        "--edu-tint-soft:#f4f9fd;--edu-line:#bad7ee;"
        "--edu-brand-rgb:11, 95, 158;--edu-brand-strong-rgb:8, 71, 118"
    )
