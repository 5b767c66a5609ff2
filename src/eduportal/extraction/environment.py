"""What a child process is told of the machine."""

from pathlib import Path
import os
import sys


def environment(folder: Path) -> dict[str, str]:
    """No more than the child needs: passwords in the reader's environment are not its affair.

    Programs that keep settings, such as LibreOffice, find ``folder`` as their home.
    """
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": os.pathsep.join(part for part in sys.path if part),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        # Tesseract otherwise takes every core of the machine.
        "OMP_THREAD_LIMIT": "1",
    }
