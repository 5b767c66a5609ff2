"""``{{ don_vi.ten }}``: what stands in a template to be filled in, and what is wrong with it.

``{{ tra_loi.preschool | tra_loi.primary_school }}`` takes the first of its names that has a value.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from eduportal import _
from eduportal.content_types.form_template.archive import open_archive
from eduportal.content_types.form_template.paragraphs import Paragraph
from eduportal.content_types.form_template.paragraphs import paragraphs
from eduportal.vietnamese import fold
from rapidfuzz import process
from zope.i18nmessageid import Message
import re

PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")
NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?")
OR = "|"
LEFT_OPEN = re.compile(r"\{\{|\}\}")
BLOCK = re.compile(r"\{%|\{#")
NEAR_ENOUGH = 60
LONGEST_EXCERPT = 90


@dataclass(frozen=True)
class Placeholder:
    """``paragraph`` is the text around its first use."""

    name: str
    times: int
    paragraph: str


@dataclass(frozen=True)
class Problem:
    """``nearest`` is the known name that was probably meant, or empty. Without ``unknown`` it is a
    mistake of writing, with which nothing could be rendered as it was meant.
    """

    message: Message
    paragraph: str
    unknown: str = ""
    nearest: str = ""


def placeholders(data: bytes) -> list[Placeholder]:
    """What ``data`` uses, in the order of the text; raises ``TemplateRefused``."""
    found: dict[str, tuple[int, str]] = {}
    for paragraph in paragraphs(open_archive(data)):
        for name in names_in(paragraph):
            times, first = found.get(name, (0, excerpt(paragraph)))
            found[name] = times + 1, first
    return [Placeholder(name, times, first) for name, (times, first) in found.items()]


def names_in(paragraph: Paragraph) -> list[str]:
    """The well-formed names in a paragraph, as often as they stand there."""
    found = PLACEHOLDER.finditer(paragraph.text)
    return [name for match in found for name in parts(match[1]) if NAME.fullmatch(name)]


def parts(between: str) -> list[str]:
    """The names between two pairs of braces, the one to be preferred first."""
    return [name.strip() for name in between.split(OR)]


def check(data: bytes, known: Iterable[str]) -> list[Problem]:
    """What is wrong with a template, in the order of its text; raises ``TemplateRefused``.

    ``known`` are names; one that ends in ``.*`` allows any name of its group.
    """
    known = tuple(known)
    problems: dict[tuple, Problem] = {}
    for paragraph in paragraphs(open_archive(data)):
        for problem in _problems(paragraph, known):
            problems.setdefault((str(problem.message), problem.unknown, problem.paragraph), problem)
    return list(problems.values())


def _problems(paragraph: Paragraph, known: tuple[str, ...]):
    text = paragraph.text
    around = excerpt(paragraph)
    if BLOCK.search(text):
        yield Problem(
            _("Only names in double braces are filled in; “{%” and “{#” mean nothing here."),
            around,
        )
    for name in (name for match in PLACEHOLDER.finditer(text) for name in parts(match[1])):
        if not name:
            yield Problem(_("There is no name between the braces."), around)
        elif not is_known(name, known):
            yield _unknown(name, known, around)
    if LEFT_OPEN.search(PLACEHOLDER.sub("", text)):
        yield Problem(
            _("Two braces are opened or closed here without their other half: {{ name }}."), around
        )


def is_known(name: str, known: Iterable[str]) -> bool:
    if not NAME.fullmatch(name):
        return False
    return name in known or f"{name.partition('.')[0]}.*" in known


def _unknown(name: str, known: tuple[str, ...], around: str) -> Problem:
    near = nearest(name, known)
    if near:
        message = _(
            "template_unknown_near",
            default="“${name}” is not known. Is “${near}” meant?",
            mapping={"name": name, "near": near},
        )
    else:
        message = _("template_unknown", default="“${name}” is not known.", mapping={"name": name})
    return Problem(message, around, unknown=name, nearest=near)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like ``name``, typed with marks and blanks perhaps."""
    plain = re.sub(r"[\s\-]+", "_", re.sub(r"\s*\.\s*", ".", fold(name).strip()))
    names = [one for one in known if not one.endswith(".*")]
    if plain in names:
        return plain
    best = process.extractOne(plain, names, score_cutoff=NEAR_ENOUGH)
    return best[0] if best else ""


def excerpt(paragraph: Paragraph) -> str:
    """So much of a paragraph that somebody finds it in the word processor."""
    text = " ".join(paragraph.text.split())
    return text if len(text) <= LONGEST_EXCERPT else f"{text[: LONGEST_EXCERPT - 1]}…"
