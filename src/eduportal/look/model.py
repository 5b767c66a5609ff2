"""A portal's look as its pages are drawn with it."""

from dataclasses import dataclass

MOURNING = "mourning"
FESTIVE = "festive"
OWN = "own"


@dataclass(frozen=True)
class Picture:
    """``url`` changes with the picture, so it may be kept by browsers for ever."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class MapPicture(Picture):
    """The picture of where the unit is; ``link`` leads to a map elsewhere, ``""`` to none."""

    link: str = ""


@dataclass(frozen=True)
class Occasion:
    """State mourning or a festive day that is on just now."""

    kind: str
    text: str
    picture: Picture | None = None


@dataclass(frozen=True)
class Look:
    """``palette`` is the id of one of the theme's, or ``own`` where ``tokens`` has the colours.

    ``tokens`` is CSS for the body's ``style``: ``--edu-brand:#0b5f9e;...``, or ``""``.
    """

    palette: str
    slogan: str = ""
    logo: Picture | None = None
    banner: Picture | None = None
    footer: tuple[str, ...] = ()
    map: MapPicture | None = None
    occasion: Occasion | None = None
    tokens: str = ""
