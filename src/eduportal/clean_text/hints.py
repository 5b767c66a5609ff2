"""What an editor should look at before a text goes to its readers; nothing here refuses."""

from collections.abc import Iterator
from dataclasses import dataclass
from eduportal import _
from eduportal.clean_text.fields import is_markup
from eduportal.clean_text.fields import written
from eduportal.clean_text.old_encodings import passages
from eduportal.vietnamese import fold
from lxml import etree
from lxml import html
from plone import api
from zope.i18nmessageid import Message
import re

LONGEST_QUOTE = 60
MOST = 30
# Four lines of capitals on a telephone: nobody reads more, and screen readers may spell it.
LONG_CAPITALS = 120
# Bytes: what a telephone loads in about a second of 3G.
LARGE_PICTURE = 1_000_000
LARGE_INSIDE = 100_000
BLANKS = " \t\r\n\u00a0"
# Links are read out of context, as a list; compared without marks and punctuation.
SAY_NOTHING = frozenset(
    {"bam day", "bam vao day", "chi tiet", "click", "click here", "click vao day", "day", "here"}
    | {"link", "lien ket", "more", "nhan vao day", "nhap vao day", "o day", "read more", "tai day"}
    | {"tai ve", "tai ve tai day", "xem", "xem chi tiet", "xem o day", "xem tai day", "xem them"}
)
ORIGINAL = re.compile(r"resolve[uU]id/([0-9a-f]{32})(?:/@@images/image|/@@download.*)?/?$")


@dataclass(frozen=True)
class Hint:
    """``kind`` is for programs; ``message`` is a sentence with the place it is about."""

    kind: str
    message: Message


def hints(content) -> list[Hint]:
    """Everything worth a look in ``content``'s texts, in reading order, not more than 30."""
    found = []
    for _holder, _field, value in written(content):
        if is_markup(value):
            found.extend(hints_in(value.raw))
    old = passages(content)
    if old:
        found.append(old_encoding(old[0].encoding_name))
    return found[:MOST]


def old_encoding(name: str) -> Hint:
    """That a text is written in a font from before Unicode."""
    text = _(
        "hint_old_encoding",
        default="Some of the text is in the old encoding ${name}; convert it to Unicode.",
        mapping={"name": name},
    )
    return Hint("old-encoding", text)


def hints_in(markup: str) -> list[Hint]:
    """The same for one rich text."""
    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except etree.LxmlError:
        return []
    level = 1
    found: list[Hint] = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if re.fullmatch("h[1-6]", element.tag) and _text(element):
            found.extend(_of_heading(element, level))
            level = int(element.tag[1])
        elif element.tag == "img":
            found.extend(_of_picture(element))
        elif element.tag == "a" and element.get("href"):
            found.extend(_of_link(element))
        elif element.tag in ("p", "li", "td"):
            found.extend(_of_paragraph(element))
    return found[:MOST]


def _of_heading(heading, before: int) -> Iterator[Hint]:
    level, quote = int(heading.tag[1]), {"text": _quoted(heading)}
    if level == 1:
        yield Hint(
            "heading-first",
            _(
                "hint_heading_first",
                default="Heading \u201c${text}\u201d is as high as the title of the page; "
                "choose Heading 2.",
                mapping=quote,
            ),
        )
    elif level > before + 1:
        yield Hint(
            "heading-skips",
            _(
                "hint_heading_skips",
                default="Heading \u201c${text}\u201d skips a level: after Heading ${before} "
                "comes Heading ${wanted}, not ${level}.",
                mapping=quote | {"before": before, "wanted": before + 1, "level": level},
            ),
        )


def _of_picture(picture) -> Iterator[Hint]:
    source = picture.get("src", "")
    if not picture.get("alt", "").strip(BLANKS):
        yield Hint(
            "picture-without-text",
            _(
                "hint_picture_without_text",
                default="The picture ${name} has no alternative text: say in a few words "
                "what it shows.",
                mapping={"name": _name(source)},
            ),
        )
    if source.lower().startswith(("file:", "blob:", "cid:", "c:\\")):
        yield Hint(
            "picture-left-behind",
            _(
                "hint_picture_left_behind",
                default="The picture ${name} is on your computer only; readers do not see it. "
                "Upload it.",
                mapping={"name": _name(source)},
            ),
        )
    elif source.startswith("data:") and len(source) > LARGE_INSIDE or _is_large(source):
        yield Hint(
            "picture-large",
            _(
                "hint_picture_large",
                default="The picture ${name} is very large and slow to load on a telephone. "
                "Upload it and choose a smaller size.",
                mapping={"name": _name(source)},
            ),
        )


def _of_link(link) -> Iterator[Hint]:
    text = _text(link) or " ".join(
        picture.get("alt", "").strip(BLANKS) for picture in link.iter("img")
    ).strip(BLANKS)
    text = text or link.get("aria-label", "").strip(BLANKS)
    if not text:
        yield Hint(
            "link-empty",
            _(
                "hint_link_empty",
                default="The link to ${address} has no text; remove it or write where it leads.",
                mapping={"address": _short(link.get("href"))},
            ),
        )
    elif re.sub(r"[^a-z ]", "", fold(text)).strip() in SAY_NOTHING:
        yield Hint(
            "link-says-nothing",
            _(
                "hint_link_says_nothing",
                default="The link \u201c${text}\u201d does not say where it leads; "
                "link the words that name it.",
                mapping={"text": _short(text)},
            ),
        )


def _of_paragraph(paragraph) -> Iterator[Hint]:
    text = _text(paragraph)
    if (
        len(text) >= LONG_CAPITALS
        and text.isupper()
        and not list(paragraph.iterdescendants("p", "li"))
    ):
        yield Hint(
            "capitals",
            _(
                "hint_capitals",
                default="The paragraph \u201c${text}\u201d is written in capitals; "
                "small letters are easier to read.",
                mapping={"text": _quoted(paragraph)},
            ),
        )


def _is_large(source: str) -> bool:
    """Whether a picture of the portal stands in the text in its full size, which is large."""
    found = ORIGINAL.search(source)
    if not found:
        return False
    picture = api.content.get(UID=found[1])
    image = getattr(picture, "image", None)
    return image is not None and image.getSize() > LARGE_PICTURE


def _text(element) -> str:
    return element.text_content().strip(BLANKS)


def _quoted(element) -> str:
    return _short(" ".join(_text(element).split()))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "\u2026"


def _name(source: str) -> str:
    return "data:" if source.startswith("data:") else _short(source.rstrip("/").rsplit("/", 1)[-1])
