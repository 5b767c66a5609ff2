"""Handing out a template filled in: its file name, its type, its headers."""

from eduportal.content_types.form_template.form_template import FormTemplate
from eduportal.content_types.form_template.rendering import Values
from eduportal.content_types.form_template.rendering import render
from eduportal.form_templates.unit_values import values_of_unit
from eduportal.vietnamese import slug
from hashlib import sha256

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}


def filled(template: FormTemplate, kind: str, portal, values: Values | None = None) -> bytes:
    """One of the template's files, for the unit and whatever else is known."""
    return render(template.files()[kind].data, values_of_unit(portal) | dict(values or {}))


def file_name(template: FormTemplate, kind: str, suffix: str = "") -> str:
    """``don-xin-nhap-hoc.docx``: a name that every system and every mailbox takes."""
    return f"{slug(template.title)[:80].strip('-') or 'bieu-mau'}{suffix}.{kind}"


def offer(request, data: bytes, kind: str, name: str) -> bytes:
    """Headers of a file that visitors may keep; asked again with its label it is not sent twice."""
    response = request.response
    label = f'"{sha256(data).hexdigest()[:32]}"'
    response.setHeader("Content-Type", TYPES[kind])
    response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
    response.setHeader("Cache-Control", "private, max-age=0, must-revalidate")
    response.setHeader("ETag", label)
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("X-Robots-Tag", "noindex")
    if request.getHeader("If-None-Match") == label:
        response.setStatus(304)
        return b""
    return data
