"""Files of cases on their way out: nothing keeps a copy, nothing in them runs."""

from eduportal.uploads.kinds import TYPES
from os import SEEK_END
from plone.namedfile.utils import filestream_range_iterator
from urllib.parse import quote

SHOWN_INLINE = {TYPES["pdf"], TYPES["jpg"], TYPES["png"]}
"""Formats that this portal wrote itself or looked through; all others are saved, not opened."""
LOCKED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def serve(file, request, inline: bool = False):
    """The body of an answer with a file of a case, and its headers.

    ``file`` has ``filename``, ``content_type`` and either ``data`` (bytes) or ``blob``. Who may
    have it is the caller's business.
    """
    known = file.content_type if file.content_type in TYPES.values() else ""
    shown = inline and known in SHOWN_INLINE
    ascii_name = file.filename.encode("ascii", "replace").decode().replace("?", "_")
    disposition = "inline" if shown else "attachment"
    headers = {
        "Cache-Control": "private, no-store",
        "Content-Disposition": f'{disposition}; filename="{ascii_name.replace(chr(34), "_")}"; '
        f"filename*=UTF-8''{quote(file.filename, safe='')}",
        "Content-Security-Policy": LOCKED,
        "Content-Type": known or "application/octet-stream",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Robots-Tag": "noindex",
    }
    for name, value in headers.items():
        request.response.setHeader(name, value)
    blob = getattr(file, "blob", None)
    if blob is None:
        request.response.setHeader("Content-Length", str(len(file.data)))
        return file.data
    with blob.open("r") as stream:
        request.response.setHeader("Content-Length", str(stream.seek(0, SEEK_END)))
        path = stream.name
    return filestream_range_iterator(path, "rb")
