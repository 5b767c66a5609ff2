"""Pictures of the first pages, for phones that cannot show a PDF inside a page."""

from collections.abc import Iterator
from eduportal.extraction.limits import Limits
from pathlib import Path
from pypdfium2 import PdfDocument
from pypdfium2 import PdfiumError

QUALITY = 70
# A page drawn 1000 pixels wide is taller, but not as a banner is.
TALLEST = 4


class Pictures:
    """The pages of a PDF as WebP; a recognised page is drawn as recognition turned it."""

    def __init__(self, document: PdfDocument, work: Path, limits: Limits) -> None:
        self._document = document
        self._work = work
        self._limits = limits
        self._upright: dict[int, tuple[Path, int]] = {}

    def take_from(self, index: int, upright: Path, position: int) -> None:
        """Draw page ``index`` from page ``position`` of another PDF."""
        self._upright[index] = upright, position

    def drawn(self) -> Iterator[Path]:
        """The paths of the pictures, in order, up to the first page that cannot be drawn."""
        for index in range(min(len(self._document), self._limits.pictures)):
            path = self._work / f"page-{index + 1}.webp"
            try:
                if index in self._upright:
                    source, position = self._upright[index]
                    with PdfDocument(source) as document:
                        self._draw(document, position, path)
                else:
                    self._draw(self._document, index, path)
            except PdfiumError:
                return
            yield path

    def _draw(self, document: PdfDocument, index: int, path: Path) -> None:
        page = document[index]
        width, height = page.get_size()
        scale = self._limits.picture_width / max(width, height / TALLEST)
        picture = page.render(scale=scale).to_pil()
        picture.save(path, "WEBP", quality=QUALITY, method=4)
        page.close()
