"""PPTX: each slide with its shapes' text, its tables and its notes."""

from collections.abc import Iterator
from eduportal.extraction.formats import archive
from eduportal.extraction.limits import Limits
from eduportal.extraction.text import Pages
from pathlib import Path
from pptx import Presentation
from pptx.shapes.group import GroupShape


def read(path: Path, pages: Pages, limits: Limits) -> None:
    """One page for each slide."""
    archive.check(path, limits)
    for slide in Presentation(str(path)).slides:
        texts = list(_texts(slide.shapes))
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            texts.append(slide.notes_slide.notes_text_frame.text)
        pages.add("\n".join(texts))


def _texts(shapes) -> Iterator[str]:
    for shape in shapes:
        if isinstance(shape, GroupShape):
            yield from _texts(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield "\t".join(cell.text for cell in row.cells)
