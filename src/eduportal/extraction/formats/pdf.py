"""PDF: the text layer of each page, recognised text where a page is a scan, page pictures."""

from collections.abc import Iterator
from eduportal.extraction import poppler
from eduportal.extraction import recognition
from eduportal.extraction.found import Found
from eduportal.extraction.found import Unreadable
from eduportal.extraction.limits import Limits
from eduportal.extraction.pictures import Pictures
from eduportal.extraction.text import Pages
from eduportal.extraction.text import tidy
from pathlib import Path
from pypdfium2 import PdfDocument
from pypdfium2 import PdfiumError
from pypdfium2 import PdfPage
from pypdfium2 import raw
import time

MOST_PAGES = 5000
# Fewer letters over a picture of the whole page are a signature or a stamp, not its text.
FEW_LETTERS = 300
NO_LETTERS = 15
WHOLE_PAGE = 0.6
# Letters may be drawn as outlines, too.
DRAWN = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


def read(path: Path, work: Path, limits: Limits) -> Iterator[Found]:
    """First the text layer, then with what was recognised, then with the pictures."""
    document = _opened(path)
    pages, scanned = _text_layer(document, poppler.texts(path, work, MOST_PAGES, limits), limits)
    found = Found("read", "cut" if pages.cut else "", pages.texts)
    _settle(found, scanned, "no-recognition")
    yield found
    pictures = Pictures(document, work, limits)
    if scanned and limits.recognition_seconds and recognition.recognition_present():
        _recognise(document, scanned, found, pictures, work, limits)
        yield found
    for path in pictures.drawn():
        found.pictures.append(str(path))
    yield found


def _opened(path: Path) -> PdfDocument:
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        if error.err_code in PASSWORD_ERRORS:
            raise Unreadable("encrypted", "encrypted") from None
        raise Unreadable("broken", "damaged") from None
    if not len(document):
        raise Unreadable("broken", "damaged")
    return document


def _text_layer(
    document: PdfDocument, ordered: list[str], limits: Limits
) -> tuple[Pages, list[int]]:
    """The pages' text, and the indexes of those that are scans; ``ordered`` is poppler's text."""
    pages, scanned, broken = Pages(limits.characters), [], 0
    for index in range(min(len(document), MOST_PAGES)):
        if pages.full:
            break
        try:
            page = document[index]
            textpage = page.get_textpage()
            text = textpage.get_text_range()
            pages.add(_fuller(ordered[index], text) if index < len(ordered) else text)
            if _is_scan(page, pages.texts[-1]):
                scanned.append(index)
            textpage.close()
            page.close()
        except PdfiumError:
            broken += 1
            pages.texts += [""] * (index + 1 - len(pages.texts))
    if broken == len(pages.texts):
        raise Unreadable("broken", "damaged")
    pages.cut = pages.cut or len(pages.texts) < len(document)
    return pages, scanned


def _fuller(ordered: str, drawn: str) -> str:
    """Poppler's text, unless it could not read the letters that PDFium could."""
    letters, all_letters = (sum(map(str.isalnum, text)) for text in (ordered, drawn))
    return ordered if 2 * letters >= all_letters else drawn


def _is_scan(page: PdfPage, text: str) -> bool:
    letters = sum(map(str.isalnum, text))
    if letters >= FEW_LETTERS:
        return False
    drawn = [one for one in page.get_objects(max_depth=3) if one.type in DRAWN]
    if letters < NO_LETTERS and drawn:
        return True
    whole = page.get_width() * page.get_height() * WHOLE_PAGE
    return any(_area(one) >= whole for one in drawn if one.type == raw.FPDF_PAGEOBJ_IMAGE)


def _area(picture) -> float:
    left, bottom, right, top = picture.get_bounds()
    return (right - left) * (top - bottom)


def _recognise(document, scanned, found, pictures, work, limits) -> None:
    """Put recognised text into ``found``, part by part until the time is over."""
    deadline = time.monotonic() + limits.recognition_seconds
    unread, reason = list(scanned), ""
    for number, part in enumerate(recognition.in_parts(scanned)):
        scans = work / f"scans-{number}.pdf"
        with PdfDocument.new() as extract:
            extract.import_pages(document, part)
            extract.save(scans)
        try:
            recognised = recognition.recognise(scans, deadline, limits)
        except recognition.TimeIsOver:
            reason = "recognition-stopped"
            break
        if recognised is None or len(recognised[0]) < len(part):
            reason = "recognition-failed"
            continue
        _take_over(part, recognised, found, pictures)
        unread = [index for index in unread if index not in part]
    _settle(found, unread, reason)


def _take_over(part, recognised, found, pictures) -> None:
    texts, upright = recognised
    for position, index in enumerate(part):
        pictures.take_from(index, upright, position)
        recognised_text = tidy(texts[position])
        # Recognition sees what stands in the text layer as well, unless that is invisible.
        if len(recognised_text) > len(found.pages[index]):
            found.pages[index] = recognised_text
            found.recognised_pages.append(index)


def _settle(found: Found, unread: list[int], reason: str) -> None:
    """The state that goes with the text so far and the pages without one."""
    found.unread_pages = len(unread)
    if any(found.pages):
        found.state = "read"
        found.reason = reason if unread else found.reason.replace("no-recognition", "")
    else:
        found.state, found.reason = "empty", reason if unread else "nothing-found"
