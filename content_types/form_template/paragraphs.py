"""The paragraphs of a DOCX or an ODT, as texts in which something can be replaced.

A word processor cuts a text into runs wherever its language, spelling mark or format changes, also
in the middle of ``{{ don_vi.ten }}``. Here a paragraph is one text again; what is replaced takes
the format of its first letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from eduportal.content_types.form_template.archive import Archive
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PARAGRAPHS = {"docx": (f"{W}p",), "odt": (f"{TEXT}p", f"{TEXT}h")}
ROWS = {"docx": f"{W}tr", "odt": f"{TABLE}table-row"}
CELLS = {"docx": f"{W}tc", "odt": f"{TABLE}table-cell"}
APART = (f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}tracked-changes")
LINE_BREAK = "\ue000"
"""Where a value has a line break, until the whole paragraph is filled."""


@dataclass
class Slot:
    """One piece of text: ``element.text`` or ``element.tail``."""

    element: etree._Element
    attribute: str

    @property
    def text(self) -> str:
        return getattr(self.element, self.attribute) or ""

    @text.setter
    def text(self, value: str) -> None:
        setattr(self.element, self.attribute, value)


@dataclass
class Paragraph:
    """``slots`` joined are its text."""

    kind: str
    element: etree._Element
    slots: list[Slot]

    @property
    def text(self) -> str:
        return "".join(slot.text for slot in self.slots)

    @property
    def row(self) -> etree._Element | None:
        """The table row around it; of nested tables the innermost."""
        return next(self.element.iterancestors(ROWS[self.kind]), None)

    def replace(self, start: int, end: int, value: str) -> None:
        """Put ``value`` in place of the characters from ``start`` to ``end``."""
        position = 0
        for slot in self.slots:
            text = slot.text
            first, last = max(start - position, 0), min(end - position, len(text))
            position += len(text)
            if first < last:
                slot.text = text[:first] + value + text[last:]
                value = ""

    def finish(self) -> None:
        """Make breaks of lines; keep spaces at the edges of a run."""
        for slot in self.slots:
            if self.kind == "docx" and slot.text != slot.text.strip():
                slot.element.set(SPACE, "preserve")
            if LINE_BREAK in slot.text:
                _break(self.kind, slot)


def _break(kind: str, slot: Slot) -> None:
    first, *rest = slot.text.split(LINE_BREAK)
    slot.text = first
    if kind == "docx":
        place = slot.element
        for line in rest:
            for tag, text in ((f"{W}br", None), (f"{W}t", line)):
                new = etree.Element(tag)
                new.text = text
                place.addnext(new)
                place = new
            place.set(SPACE, "preserve")
        return
    if slot.attribute == "text":
        parent, index = slot.element, 0
    else:
        parent = slot.element.getparent()
        index = parent.index(slot.element) + 1
    for line in rest:
        new = etree.Element(f"{TEXT}line-break")
        new.tail = line
        parent.insert(index, new)
        index += 1


def paragraphs(archive: Archive) -> Iterator[Paragraph]:
    """All of them, in the order of the text; also those in tables, frames, headers and footers."""
    for root in archive.texts.values():
        yield from below(archive.kind, root)


def below(kind: str, root: etree._Element) -> Iterator[Paragraph]:
    """The paragraphs in ``root``, itself included."""
    for element in list(root.iter(*PARAGRAPHS[kind])):
        if next(element.iterancestors(*APART), None) is None:
            yield of(kind, element)


def of(kind: str, element: etree._Element) -> Paragraph:
    """One paragraph with its slots; what stands in a frame inside it is a paragraph of its own."""
    if kind == "docx":
        slots = [
            Slot(text, "text")
            for text in element.iter(f"{W}t")
            if next(text.iterancestors(f"{W}p")) is element
        ]
    else:
        slots = list(_odt_slots(element))
    return Paragraph(kind, element, slots)


def _odt_slots(element: etree._Element) -> Iterator[Slot]:
    """Depth first, by hand: lxml moves a tail with its element, and frames are left out."""
    yield Slot(element, "text")
    waiting = [iter(element)]
    opened: list[etree._Element] = []
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            if opened:
                yield Slot(opened.pop(), "tail")
        elif not isinstance(child.tag, str) or child.tag.startswith(
            ("{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}", *APART)
        ):
            yield Slot(child, "tail")
        else:
            yield Slot(child, "text")
            waiting.append(iter(child))
            opened.append(child)
