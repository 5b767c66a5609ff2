"""A template with its placeholders filled in."""

from collections.abc import Mapping
from copy import deepcopy
from eduportal.content_types.form_template.archive import open_archive
from eduportal.content_types.form_template.paragraphs import LINE_BREAK
from eduportal.content_types.form_template.paragraphs import Paragraph
from eduportal.content_types.form_template.paragraphs import below
from eduportal.content_types.form_template.paragraphs import of
from eduportal.content_types.form_template.paragraphs import paragraphs
from eduportal.content_types.form_template.placeholders import PLACEHOLDER
from eduportal.content_types.form_template.placeholders import names_in
from eduportal.content_types.form_template.placeholders import parts
import re

Row = Mapping[str, str]
Values = Mapping[str, str | list[Row]]
BLANK = "…" * 12
SHORT_BLANK = "…" * 2
SHORT = ("hom_nay.ngay", "hom_nay.thang", "hom_nay.nam", "giay_to.stt", "cau_tra_loi.stt")
LONGEST_VALUE = 10_000
MOST_ROWS = 300
NOT_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue001-\ufffd\U00010000-\U0010ffff]")


def render(data: bytes, values: Values) -> bytes:
    """``data`` (DOCX or ODT) filled in; the same kind of file.

    A name without a value becomes a dotted line to write on. A value that is a list repeats the
    table row in which its names stand (outside of tables: the paragraph), once for each entry.
    """
    archive = open_archive(data)
    lists = {name: rows for name, rows in values.items() if isinstance(rows, list)}
    single = {name: text for name, text in values.items() if isinstance(text, str)}
    done = set()
    for paragraph in list(paragraphs(archive)):
        block = paragraph.row if paragraph.row is not None else paragraph.element
        if block in done or not lists:
            continue
        done.add(block)
        _repeat(archive.kind, block, lists)
    for paragraph in paragraphs(archive):
        fill(paragraph, single)
    return archive.pack()


def _repeat(kind: str, block, lists: dict[str, list[Row]]) -> None:
    # rows of a table inside this one are repeated on their own
    here = [one for one in below(kind, block) if one.row is block or one.element is block]
    names = [name for one in here for name in names_in(one)]
    group = next((name.partition(".")[0] for name in names if name.partition(".")[0] in lists), "")
    if not group or block.getparent() is None:
        return
    rows = lists[group][:MOST_ROWS] or [{}]
    keys = {name for name in names if name.startswith(f"{group}.")}
    for row in rows:
        new = deepcopy(block)
        # the tail would be repeated, and it is no part of the block
        new.tail = None
        block.addprevious(new)
        # without any entry there is nothing to write on either
        own = {key: row.get(key.partition(".")[2], "") for key in keys}
        for paragraph in below(kind, new):
            fill(paragraph, own, leave_others=True)
    block.getparent().remove(block)


def fill(paragraph: Paragraph, values: Mapping[str, str], leave_others: bool = False) -> None:
    """Put the values into one paragraph, from its end so that places stay right."""
    matches = list(PLACEHOLDER.finditer(paragraph.text))
    changed = False
    for match in reversed(matches):
        names = parts(match[1])
        if not leave_others or not values.keys().isdisjoint(names):
            paragraph.replace(match.start(), match.end(), _shown(names, values))
            changed = True
    if changed:
        of(paragraph.kind, paragraph.element).finish()


def _shown(names: list[str], values: Mapping[str, str]) -> str:
    """The first value that is not empty; an empty one where a name is known, else dots."""
    known = [values[name] for name in names if name in values]
    if not known:
        return SHORT_BLANK if names[0] in SHORT else BLANK
    text = next(filter(None, known), "").replace("\r\n", "\n").replace("\r", "\n")
    return NOT_XML.sub("", text)[:LONGEST_VALUE].replace("\n", LINE_BREAK)
