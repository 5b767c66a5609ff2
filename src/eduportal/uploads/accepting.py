"""A file of a visitor on its way in: measured, recognised, scanned, cleaned, named."""

from eduportal import _
from eduportal.uploads import apart
from eduportal.uploads import names
from eduportal.uploads import office
from eduportal.uploads import pictures
from eduportal.uploads import refusals
from eduportal.uploads.kinds import PICTURES
from eduportal.uploads.kinds import TYPES
from eduportal.uploads.kinds import kind_of
from eduportal.uploads.rules import Rules
from eduportal.uploads.scanning import scan
from eduportal.uploads.upload import Upload
from eduportal.uploads.upload import UploadRefused

CLEANED = {
    "pdf": apart.cleaned_pdf,
    "jpg": pictures.cleaned,
    "png": pictures.cleaned,
    "heic": apart.picture_of_heic,
    "docx": office.checked,
    "xlsx": office.checked,
    "odt": office.checked,
}
BECOMES = {"heic": "jpg"}


def accept(field_name: str, filename, stream_or_bytes, rules: Rules | None = None) -> Upload:
    """The file as it may be kept: pictures without metadata, PDFs without anything active.

    ``rules`` may be a service. Raises :class:`UploadRefused`.
    """
    allowed = rules if isinstance(rules, Rules) else Rules.of(rules)
    name = names.shown(filename)
    try:
        data = _read(stream_or_bytes, name, allowed)
        kind = kind_of(data)
        if kind not in allowed.extensions:
            raise refusals.wrong_kind(name, allowed)
        scanned = scan(data, name)
        data = CLEANED[kind](data, name)
    except UploadRefused as refused:
        refused.field = field_name
        raise
    kind = BECOMES.get(kind, kind)
    stored = names.stored(filename, kind)
    return Upload(field_name, stored, TYPES[kind], data, unscanned=not scanned)


def together(uploads: list[Upload]) -> Upload:
    """Accepted pictures as the pages of one PDF, in their order; a single file stays as it is."""
    first = uploads[0]
    if len(uploads) == 1:
        return first
    other = next((one for one in uploads if one.content_type not in _page_types()), None)
    if other is not None:
        raise UploadRefused(
            _(
                "upload_not_a_page",
                default="“${name}” is no picture: several files in one field must all be "
                "pictures. Send this file alone, or put all pages into one PDF.",
                mapping={"name": other.filename},
            ),
            first.field,
        )
    data = pictures.as_pdf([one.data for one in uploads])
    return Upload(
        first.field,
        names.stored(first.filename, "pdf"),
        TYPES["pdf"],
        data,
        unscanned=any(one.unscanned for one in uploads),
    )


def _page_types() -> set[str]:
    return {TYPES[kind] for kind in PICTURES}


def _read(source, name: str, allowed: Rules) -> bytes:
    if hasattr(source, "read"):
        source.seek(0)
        source = source.read(allowed.max_bytes + 1)
    if not source:
        raise refusals.empty(name)
    if len(source) > allowed.max_bytes:
        raise refusals.too_large(name, allowed)
    return source
