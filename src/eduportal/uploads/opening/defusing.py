"""PDFs: what runs, sends, opens or carries other files is taken out; the pages stay."""

from pathlib import Path
import pikepdf

MOST_OBJECTS = 100_000
MOST_PAGES = 300
END = 2048
"""Bytes in which a whole PDF ends; pikepdf would repair a cut one and leave out its last pages."""
DEEPEST = 60
MOST_FILTERS = 4
MOST_PIXELS = 120_000_000
ACTIONS = (
    "/GoTo3DView",
    "/GoToE",
    "/GoToR",
    "/ImportData",
    "/JavaScript",
    "/Launch",
    "/Movie",
    "/Rendition",
    "/RichMediaExecute",
    "/Sound",
    "/SubmitForm",
)
SCHEMES = ("http:", "https:", "mailto:", "tel:")
KEYS = ("/AA", "/AF", "/EF", "/EmbeddedFiles", "/JavaScript", "/JS", "/RichMediaContent", "/XFA")
CARRIERS = ("/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound")
"""Kinds of annotations that are a file, a film or a machine."""
BROKEN = (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, OSError)


class TooComplex(Exception):
    """Small on the way, enormous when it is opened."""


def read(source: Path, result: Path) -> str:
    """``clean``, ``written``, ``damaged``, ``locked`` or ``too-complex``."""
    if b"%%EOF" not in source.read_bytes()[-END:]:
        return "damaged"
    try:
        with pikepdf.open(source, suppress_warnings=True) as pdf:
            if len(pdf.objects) > MOST_OBJECTS or len(pdf.pages) > MOST_PAGES:
                return "too-complex"
            if not len(pdf.pages):
                return "damaged"
            if not sum([_defuse(one, 0) for one in list(pdf.objects)]):
                return "clean"
            pdf.save(result)
            return "written"
    except TooComplex:
        return "too-complex"
    except pikepdf.PasswordError:
        return "locked"
    except BROKEN:
        return "damaged"


def _defuse(found, depth: int) -> int:
    """How much was taken out of an object and of what lies directly in it."""
    if depth > DEEPEST:
        raise TooComplex
    if isinstance(found, pikepdf.Array):
        return sum(_defuse(one, depth + 1) for one in found if _lies_in_it(one))
    if isinstance(found, pikepdf.Stream):
        found = found.stream_dict
        _measure(found)
    elif not isinstance(found, pikepdf.Dictionary):
        return 0
    taken = [key for key in KEYS if key in found]
    for key in taken:
        del found[key]
    inner = [value for _key, value in found.items() if _lies_in_it(value)]
    return len(taken) + _emptied(found) + sum(_defuse(one, depth + 1) for one in inner)


def _lies_in_it(value) -> bool:
    return (
        isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)
        and not value.is_indirect
    )


def _emptied(found: pikepdf.Dictionary) -> int:
    """An action that leaves the document, and an annotation that is a file, end as nothing."""
    link = str(found.get("/URI", "http:")).strip().lower()
    if found.get("/S") in ACTIONS or not link.startswith(SCHEMES):
        for key in list(found.keys()):
            del found[key]
        return 1
    if found.get("/Subtype") in CARRIERS and "/Rect" in found:
        for key in [one for one in list(found.keys()) if one not in ("/Rect", "/P", "/AP", "/F")]:
            del found[key]
        found["/Type"], found["/Subtype"] = pikepdf.Name("/Annot"), pikepdf.Name("/Stamp")
        return 1
    return 0


def _measure(found: pikepdf.Dictionary) -> None:
    filters = found.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) > MOST_FILTERS:
        raise TooComplex
    if found.get("/Subtype") != "/Image":
        return
    if int(found.get("/Width", 0)) * int(found.get("/Height", 0)) > MOST_PIXELS:
        raise TooComplex
