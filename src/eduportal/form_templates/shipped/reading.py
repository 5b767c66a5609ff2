"""``texts/*.txt``: facts above ``---``, below it one paragraph per line.

A line begins with what it is: ``= letter`` or ``= citizen`` the heading, ``#`` the title, ``##``
what it is about, ``~`` centred, ``>`` to the right in italics, ``-`` without indent, ``|w`` the
widths of a table's columns in cm, ``|!`` its heading, ``|`` a row, ``&`` one line of the left and
one of the right half, with ``||`` between them (centred, after ``<`` not). Anything else is running
text.
"""

from dataclasses import dataclass
from eduportal.form_templates.shipped.layout import FIRST_LINE_CM
from eduportal.form_templates.shipped.layout import TEXT_CM
from eduportal.form_templates.shipped.layout import Block
from eduportal.form_templates.shipped.layout import Line
from eduportal.form_templates.shipped.layout import Style
from eduportal.form_templates.shipped.layout import Table
from functools import cache
from importlib.resources import files
from typing import Literal

RUNNING = Style("justify", first_cm=FIRST_LINE_CM, below=6)
STYLES = {
    "#": Style("center", bold=True, size=14, above=12, below=6),
    "##": Style("center", bold=True, below=12),
    "~": Style("center", below=6),
    ">": Style("end", italic=True, above=6),
    "-": Style(below=6),
}
COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
MOTTO_CM = {13: 6.2, 14: 6.6}
"""How long the motto is in bold type of a size: NĐ 30 draws a rule of that length below it."""
DATE = (
    "{{ don_vi.dia_danh }}, ngày {{ hom_nay.ngay }} tháng {{ hom_nay.thang }} năm {{ hom_nay.nam }}"
)
HALVES = (7.0, 9.5)


@dataclass(frozen=True)
class Text:
    """One shipped form. ``tiers`` are the kinds of unit that get it, ``services`` the ready-made
    services (``eduportal.online_services``) whose cases fill it in.
    """

    id: str
    title: str
    title_en: str
    description: str
    purpose: Literal["form", "letter"]
    tiers: tuple[str, ...]
    services: tuple[str, ...]
    blocks: tuple[Block, ...]


@cache
def texts() -> tuple[Text, ...]:
    """All shipped forms, in the order of their names."""
    folder = files(__package__).joinpath("texts")
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return tuple(
        read(entry.name.removesuffix(".txt"), entry.read_text(encoding="utf-8"))
        for entry in entries
        if entry.name.endswith(".txt")
    )


def read(id: str, text: str) -> Text:
    head, separator, body = text.partition("\n---\n")
    if not separator:
        raise ValueError(f"{id}.txt: no line --- between the facts and the text")
    facts = dict(line.split(": ", 1) for line in head.splitlines() if line.strip())
    if missing := {"title", "title_en", "description", "purpose", "tiers"} - facts.keys():
        raise ValueError(f"{id}.txt does not say: {', '.join(sorted(missing))}")
    return Text(
        id,
        facts["title"],
        facts["title_en"],
        facts["description"],
        facts["purpose"],
        tuple(facts["tiers"].split()),
        tuple(facts.get("services", "").split()),
        tuple(_blocks(body.splitlines())),
    )


def _blocks(lines: list[str]) -> list[Block]:
    found: list[Block] = []
    halves: Table | None = None
    table: Table | None = None
    for line in filter(None, map(str.strip, lines)):
        mark, _space, rest = line.partition(" ")
        if mark == "&":
            halves = halves or _put(found, Table((8.25, 8.25), [[[], []]]))
            for cell, half in zip(halves.rows[0], rest.split("||"), strict=True):
                cell.append(_half(half.strip()))
            continue
        halves = None
        if mark in ("|w", "|!", "|"):
            if mark == "|w":
                table = _put(found, Table(tuple(map(float, rest.split())), borders=True))
            else:
                table.rows.append([[_cell(text, mark == "|!")] for text in rest.split("|")])
            continue
        if mark == "=":
            found += _heading(rest)
        elif mark in STYLES:
            found.append(Line(rest, STYLES[mark]))
        else:
            found.append(Line(line, RUNNING))
    return found


def _put(found: list[Block], table: Table) -> Table:
    found.append(table)
    return table


def _half(text: str) -> Line:
    if text.startswith("< "):
        return Line(text[2:], Style(size=12, below=0))
    return Line(text, Style("center", below=0))


def _cell(text: str, heading: bool) -> Line:
    return Line(text.strip(), Style("center" if heading else "start", bold=heading, below=0))


def _heading(kind: str) -> list[Block]:
    if kind == "citizen":
        return _country(TEXT_CM, 13)
    if kind != "letter":
        raise ValueError(f"a heading is of a letter or of a citizen, not of {kind!r}")
    left, right = HALVES
    unit = [
        Line("{{ don_vi.cap_tren_hoa }}", Style("center", size=12, below=0)),
        Line("{{ don_vi.ten_hoa }}", Style("center", bold=True, size=12, below=0)),
        Line("", Style("center", rule_cm=2.2, width_cm=left, above=2)),
        Line("Số: …………", Style("center", above=6)),
    ]
    dated = [*_country(right, 12), Line(DATE, Style("center", italic=True, above=6))]
    return [Table(HALVES, [[unit, dated]])]


def _country(width_cm: float, size: int) -> list[Line]:
    """The motto's type is one point larger than the country's name."""
    return [
        Line(COUNTRY, Style("center", bold=True, size=size, below=0)),
        Line(MOTTO, Style("center", bold=True, size=size + 1, below=0)),
        Line("", Style("center", rule_cm=MOTTO_CM[size + 1], width_cm=width_cm, above=2)),
    ]
