"""A result as a table to take away: from the catalogue, without loading a document."""

from collections.abc import Iterator
from datetime import date
from eduportal import _
from eduportal.register.result import Result
from eduportal.register.rows import rows
from zope.i18n import translate
import re

COLUMNS = (
    _("No."),
    _("Number and symbol"),
    _("Form of document"),
    _("Subject (trích yếu)"),
    _("Issuing authority"),
    _("Signed by"),
    _("Date of issue"),
    _("In force from"),
    _("No longer in force from"),
    _("Validity"),
    _("Subject areas"),
    _("Address"),
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Cell = int | str | date | None


def table(result: Result, language: str, request, most: int) -> Iterator[tuple[Cell, ...]]:
    """The heading and one row per document; a last line says where there are more than ``most``."""
    yield tuple(translate(name, context=request, target_language=language) for name in COLUMNS)
    indexes = result.catalog._catalog.indexes
    for row in rows(result.brains(0, most), language):
        rid = row.brain.getRID()
        starts, ends, *_rest = row.brain.edu_validity or (None, None)
        areas = indexes["edu_subject_areas"].getEntryForObject(rid, ())
        yield (
            row.position,
            plain(row.number),
            row.kind,
            plain(row.title),
            plain(row.issuer),
            plain(indexes["edu_signer"].getEntryForObject(rid, "")),
            row.issued_on,
            starts,
            ends,
            row.validity_title,
            plain("; ".join(row.names.of("areas", area) for area in sorted(areas))),
            row.url,
        )
    if result.total > most:
        note = _(
            "export_capped",
            default="Only the first ${count} documents; narrow the search to get the others.",
            mapping={"count": most},
        )
        yield (translate(note, context=request, target_language=language),)


def plain(text: str) -> str:
    """Without control characters and halves of letters, which no XML may hold."""
    return CONTROL.sub("", text)
