"""The text layer of a PDF by ``pdftotext``, where a machine has it.

PDFium gives the letters in the order in which they were drawn. Where a font lacks Vietnamese
letters, programs draw those of another font after the line, and "SỞ GIÁO DỤC" comes out as
"S GIÁO D C Ở Ụ"; poppler puts letters where they stand on the page.
"""

from eduportal.extraction.limits import Limits
from eduportal.extraction.limits import for_tool
from functools import partial
from pathlib import Path
import shutil
import subprocess

SECONDS = 60


def texts(path: Path, work: Path, last: int, limits: Limits) -> list[str]:
    """The text of each page up to page ``last``; empty where the tool is missing or gave up."""
    tool = shutil.which("pdftotext")
    if tool is None:
        return []
    written = work / "text-layer.txt"
    command = [tool, "-enc", "UTF-8", "-l", str(last), str(path), str(written)]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=partial(for_tool, limits),
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return []
    if done.returncode != 0 or not written.is_file():
        return []
    return written.read_text(encoding="utf-8", errors="replace").split("\f")
