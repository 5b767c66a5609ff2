"""One small reader for each format: a function that fills ``Pages`` from a path."""

from collections.abc import Iterator
from eduportal.extraction.found import Found
from eduportal.extraction.found import Unreadable
from eduportal.extraction.limits import Limits
from eduportal.extraction.sniff import kind_of
from eduportal.extraction.text import Pages
from importlib import import_module
from pathlib import Path

# Each in the module of its name; a library is loaded only for the file that needs it.
SIMPLE = ("docx", "odf", "xlsx", "pptx", "rtf", "html", "plain")
LEGACY = ("doc", "xls", "ppt")


def read(path: Path, filename: str, work: Path, limits: Limits) -> Iterator[Found]:
    """What is in the file, once or, where more comes to it, several times."""
    kind = kind_of(path, filename)
    if kind in ("pdf", "picture"):
        yield from import_module(f"eduportal.extraction.formats.{kind}").read(path, work, limits)
    elif kind in SIMPLE:
        yield _read_simple(kind, path, limits)
    elif kind in LEGACY:
        legacy = import_module("eduportal.extraction.formats.legacy")
        newer = legacy.newer(path, kind, work, limits)
        yield _read_simple(kind_of(newer, newer.name), newer, limits)
    elif kind == "encrypted":
        raise Unreadable("encrypted", "encrypted")
    elif kind == "damaged-zip":
        raise Unreadable("broken", "damaged")
    else:
        raise Unreadable("unsupported", "unsupported")


def _read_simple(kind: str, path: Path, limits: Limits) -> Found:
    pages = Pages(limits.characters)
    import_module(f"eduportal.extraction.formats.{kind}").read(path, pages, limits)
    return result(pages)


def result(pages: Pages) -> Found:
    """A whole text, the beginning of one, or none."""
    if not any(pages.texts):
        return Found("empty", "nothing-found")
    return Found("read", "cut" if pages.cut else "", pages.texts)
