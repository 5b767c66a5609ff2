"""PDFs and HEIC pictures are opened by a process of their own, which may crash alone."""

from eduportal.uploads import opening
from eduportal.uploads import refusals
from pathlib import Path
from tempfile import TemporaryDirectory
import os
import subprocess
import sys

OPENING = str(Path(opening.__file__).parent)
SECONDS = 30
SAYS = {
    "damaged": refusals.damaged,
    "locked": refusals.locked,
    "too-complex": refusals.too_complex,
}


def cleaned_pdf(data: bytes, name: str) -> bytes:
    """The PDF, with everything that would run or open something taken out of it.

    One with nothing of the kind keeps its bytes and with them its signatures.
    """
    return _by_child("pdf", data, name)


def picture_of_heic(data: bytes, name: str) -> bytes:
    """The picture as a JPEG."""
    return _by_child("heic", data, name)


def _by_child(kind: str, data: bytes, name: str) -> bytes:
    with TemporaryDirectory(prefix="upload-") as folder:
        source, result = Path(folder, "source"), Path(folder, "result")
        source.write_bytes(data)
        try:
            ended = subprocess.run(
                # -P: the working folder is no place to import from, it holds what strangers sent
                [sys.executable, "-P", OPENING, kind, source, result],
                cwd=folder,
                env={"PATH": os.environ.get("PATH", ""), "HOME": folder, "TMPDIR": folder},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
            )
        except subprocess.TimeoutExpired:
            raise refusals.too_complex(name) from None
        said = ended.stdout.decode("ascii", "replace").strip()
        if ended.returncode == 0 and said == "clean":
            return data
        if ended.returncode == 0 and said == "written":
            return result.read_bytes()
    # killed for its time or memory, or dead of what it read
    wrong = SAYS.get(said) or (refusals.too_complex if ended.returncode < 0 else refusals.damaged)
    raise wrong(name)
