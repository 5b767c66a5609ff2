"""Text recognition (OCR) of scanned pages by ocrmypdf and tesseract, where a machine has them."""

from collections.abc import Iterator
from eduportal.extraction.limits import Limits
from eduportal.extraction.limits import for_tool
from functools import cache
from functools import partial
from pathlib import Path
import contextlib
import os
import shutil
import signal
import subprocess
import time

# Together with English, tesseract takes lines of capitals for English and loses their marks:
# "SỞ GIÁO DỤC" became "SO GIAO DUC". The Vietnamese model reads English as well.
LANGUAGE = "vie"
# What was recognised before the time is over is kept; each start costs a second.
PAGES_AT_ONCE = 10
COMMAND = (
    "ocrmypdf",
    # Every page given to it is one: some carry a signature's few words as text over the scan.
    "--force-ocr",
    "--rotate-pages",
    # The usual 14 leaves short letters lying on their side.
    *("--rotate-pages-threshold", "8"),
    *("--language", LANGUAGE),
    *("--jobs", "1"),
    *("--output-type", "pdf"),
    *("--optimize", "0"),
    *("--tesseract-timeout", "180"),
    "--quiet",
)


@cache
def recognition_present() -> bool:
    """Whether this machine can recognise Vietnamese text."""
    if not shutil.which("ocrmypdf") or not shutil.which("tesseract"):
        return False
    listed = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=False
    )
    return LANGUAGE in listed.stdout.split()


class TimeIsOver(Exception):
    """Text recognition took longer than it may."""


def recognise(scans: Path, deadline: float, limits: Limits) -> tuple[list[str], Path] | None:
    """The text of each page of the PDF ``scans``, and the same pages turned upright.

    None where the tool failed on it. Raises ``TimeIsOver`` at ``deadline``, which is a
    ``time.monotonic``.
    """
    upright, sidecar = scans.with_suffix(".upright.pdf"), scans.with_suffix(".txt")
    status = _run([*COMMAND, "--sidecar", str(sidecar), str(scans), str(upright)], deadline, limits)
    if status != 0 or not sidecar.is_file():
        return None
    return sidecar.read_text(encoding="utf-8", errors="replace").split("\f"), upright


def in_parts(pages: list[int]) -> Iterator[list[int]]:
    """Page numbers in the portions that are recognised at once."""
    for start in range(0, len(pages), PAGES_AT_ONCE):
        yield pages[start : start + PAGES_AT_ONCE]


def _run(command: list[str], deadline: float, limits: Limits) -> int:
    # ocrmypdf is the machine's: with our path before its own it would import our pikepdf.
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    tool = subprocess.Popen(
        command,
        env=own,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=partial(for_tool, limits),
    )
    try:
        return tool.wait(max(0.0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        raise TimeIsOver from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(tool.pid, signal.SIGKILL)
        tool.wait()
