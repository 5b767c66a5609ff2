"""What the forms of ``@@look`` send: each part becomes values to keep, or sentences about it."""

from collections.abc import Callable
from collections.abc import Mapping
from datetime import datetime
from eduportal import _
from eduportal.look import colours
from eduportal.look.intake import MOST_BYTES
from eduportal.look.intake import RefusedPicture
from eduportal.look.intake import taken_in
from eduportal.look.model import OWN
from eduportal.units.fields import palettes
from eduportal.vietnamese import nfc
from plone import api
from urllib.parse import urlsplit
from zope.i18nmessageid import Message

LONGEST_LINE = 200
MOST_LINES = 6
LONGEST_ADDRESS = 500

Problems = dict[str, Message]
"""What is wrong, by the name of the form's field."""
Part = Callable[[Mapping], tuple[dict, Problems]]


def colour_part(form: Mapping) -> tuple[dict, Problems]:
    """One of the palettes, or a main colour of the unit's own."""
    chosen = str(form.get("palette", ""))
    if chosen != OWN:
        if chosen not in palettes():
            return {}, {"palette": _("Choose one of the colours.")}
        return {"palette": chosen, "colour": ""}, {}
    colour = str(form.get("nearest") or form.get("colour", "")).strip().lower()
    if not colours.HEX.fullmatch(colour):
        sentence = _("Write the colour as # and six digits or letters a to f, such as #0b5f9e.")
        return {}, {"colour": sentence}
    if colours.is_too_dark(colour):
        return {}, {"colour": _("This colour is too dark for a public portal.")}
    if not colours.is_readable(colour):
        found = f"{colours.weakest(colours.shades(colour)):.1f}"
        if api.portal.get_current_language() == "vi":
            found = found.replace(".", ",")
        sentence = _(
            "colour_unreadable",
            default=(
                "White letters on this colour, or letters of this colour, cannot be read by "
                "everybody: the contrast is ${found} to 1, and must be at least 4.5 to 1."
            ),
            mapping={"found": found},
        )
        return {}, {"colour": sentence}
    return {"colour": colour}, {}


def words_part(form: Mapping) -> tuple[dict, Problems]:
    """Slogan and footer, in both languages."""
    values: dict = {}
    problems: Problems = {}
    for language in ("vi", "en"):
        slogan = _line(form.get(f"slogan_{language}"))
        lines = tuple(
            line
            for raw in str(form.get(f"footer_{language}", "")).splitlines()
            if (line := _line(raw))
        )
        values |= {f"slogan_{language}": slogan, f"footer_{language}": lines}
        if len(slogan) > LONGEST_LINE:
            problems[f"slogan_{language}"] = _too_long(slogan)
        if len(lines) > MOST_LINES:
            problems[f"footer_{language}"] = _(
                "footer_too_long",
                default="Write at most ${most} lines.",
                mapping={"most": MOST_LINES},
            )
        for line in lines:
            if len(line) > LONGEST_LINE:
                problems[f"footer_{language}"] = _too_long(line)
    return values, problems


def logo_part(form: Mapping) -> tuple[dict, Problems]:
    """Logo and the banner's picture."""
    return _pictures(form, ("logo", "banner"))


def map_part(form: Mapping) -> tuple[dict, Problems]:
    """The picture of a map, what it shows, and the address of a map elsewhere."""
    values, problems = _pictures(form, ("map",))
    for language in ("vi", "en"):
        words = values[f"map_alt_{language}"] = _line(form.get(f"map_alt_{language}"))
        if len(words) > LONGEST_LINE:
            problems[f"map_alt_{language}"] = _too_long(words)
    link = values["map_link"] = _line(form.get("map_link"))
    if link and not is_address(link):
        problems["map_link"] = _("Write a whole address, beginning with https:// or http://.")
    return values, problems


def mourning_part(form: Mapping) -> tuple[dict, Problems]:
    return _occasion(form, "mourning")


def festive_part(form: Mapping) -> tuple[dict, Problems]:
    return _occasion(form, "festive")


PARTS: dict[str, Part] = {
    "colours": colour_part,
    "pictures": logo_part,
    "words": words_part,
    "map": map_part,
    "mourning": mourning_part,
    "festive": festive_part,
}


def is_address(text: str) -> bool:
    """Whether a browser would go to a web page with it, and do nothing else."""
    try:
        parts = urlsplit(text)
        return (
            len(text) <= LONGEST_ADDRESS
            and parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and not any(char.isspace() or char in "<>\"'`" for char in text)
        )
    except ValueError:
        return False


def _occasion(form: Mapping, kind: str) -> tuple[dict, Problems]:
    """From when to when, what is said, and a picture; without times it waits for another day."""
    values, problems = _pictures(form, (f"{kind}_picture",))
    words = {language: _line(form.get(f"{kind}_{language}")) for language in ("vi", "en")}
    for language, text in words.items():
        if len(text) > LONGEST_LINE:
            problems[f"{kind}_{language}"] = _too_long(text)
    begin, end = (_time(form.get(f"{kind}_{bound}")) for bound in ("from", "to"))
    if begin is None or end is None:
        name = f"{kind}_from" if begin is None else f"{kind}_to"
        problems[name] = _("Write day and time as 2026-11-20T07:00.")
    elif bool(begin) != bool(end):
        problems[f"{kind}_to" if begin else f"{kind}_from"] = _(
            "Give both the beginning and the end."
        )
    elif begin and end <= begin:
        problems[f"{kind}_to"] = _("The end must come after the beginning.")
    values[kind] = {"from": begin, "to": end, **words} if begin or any(words.values()) else None
    return values, problems


def _pictures(form: Mapping, names: tuple[str, ...]) -> tuple[dict, Problems]:
    """New pictures; the tick "take it away" counts where no file was sent."""
    values: dict = {}
    problems: Problems = {}
    for name in names:
        upload = form.get(name)
        if getattr(upload, "filename", ""):
            try:
                values[name] = taken_in(name, upload)
            except RefusedPicture as refused:
                problems[name] = _refusal(refused)
        elif form.get(f"{name}_remove"):
            values[name] = None
    return values, problems


def _refusal(refused: RefusedPicture) -> Message:
    if refused.too_large:
        return _(
            "look_picture_too_large",
            default="The file is larger than ${most} MB; choose a smaller picture.",
            mapping={"most": MOST_BYTES // 1024**2},
        )
    return _("This file cannot be opened as a picture; save it as JPEG or PNG and try again.")


def _line(value) -> str:
    """One line of plain text, in single spaces."""
    return " ".join(nfc(str(value or "")).split())


def _too_long(text: str) -> Message:
    return _(
        "look_text_too_long",
        default="The text has ${count} characters, the most is ${most}.",
        mapping={"count": len(text), "most": LONGEST_LINE},
    )


def _decimal(number: float) -> str:
    """One place after the sign that the reader's language has there."""
    text = f"{number:.1f}"
    language = api.portal.get_current_language()
    return text if language == "en" else text.replace(".", ",")


def _time(value) -> str | None:
    """``2026-11-20T07:00``, ``""`` for nothing, None for what is no time."""
    text = str(value or "").strip()
    if not text:
        return ""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None).isoformat(timespec="minutes")
    except ValueError:
        return None
