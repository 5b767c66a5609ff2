"""Pages that need nothing but themselves: no database, no portal, no theme, no other file.

They say everything in both languages, because what would tell the visitor's may be what is broken.
"""

from importlib import resources
from string import Template
import html

HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("X-Robots-Tag", "noindex"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
)
WAIT_SECONDS = 30
"""After so long a browser, a proxy or a robot may ask again (``Retry-After``)."""


def broken(number: str) -> str:
    """500: ``number`` stands in the log beside what happened."""
    return _page("broken", number=number)


def maintenance() -> str:
    """503: also the file that a proxy shows while nothing answers behind it."""
    return _page("maintenance")


def nowhere() -> str:
    """404 at the root of an instance, outside all portals."""
    return _page("nowhere")


def unreadable() -> str:
    """400: an address whose query Zope cannot read, before it is known whose portal it is."""
    return _page("unreadable")


def _page(name: str, **values: str) -> str:
    folder = resources.files("eduportal.error_pages") / "data"
    frame = Template((folder / "frame.html").read_text("utf-8"))
    body = Template((folder / f"{name}.html").read_text("utf-8"))
    quoted = {key: html.escape(value) for key, value in values.items()}
    title, _newline, rest = body.substitute(quoted).partition("\n")
    return frame.substitute(title=title, body=rest)
