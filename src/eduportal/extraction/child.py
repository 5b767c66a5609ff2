"""The process that opens one file of unknown origin: ``python -m eduportal.extraction.child``.

It sees a copy of the file, may take so much time, memory and disk and no network, and writes what
it found into its folder, first the text, then the pictures. If it dies over the pictures the text
is there already.
"""

from eduportal.extraction import formats
from eduportal.extraction.found import Found
from eduportal.extraction.found import Unreadable
from eduportal.extraction.limits import Limits
from eduportal.extraction.limits import impose
from pathlib import Path
import sys
import traceback


def main(path: str, filename: str, folder: str, limits: str) -> None:
    """Read one file; what the parent is to know stands in ``folder`` afterwards."""
    allowed, work = Limits.from_text(limits), Path(folder)
    impose(allowed)
    try:
        for found in formats.read(Path(path), filename, work, allowed):
            found.write(work)
    except Unreadable as error:
        error.found.write(work)
    except MemoryError:
        _unless_found(work, Found("failed", "too-much-memory"))
    except RecursionError:
        _unless_found(work, Found("broken", "damaged"))
    except Exception:
        traceback.print_exc()
        _unless_found(work, Found("broken", "damaged"))


def _unless_found(work: Path, found: Found) -> None:
    if Found.load(work) is None:
        found.write(work)


if __name__ == "__main__":
    main(*sys.argv[1:])
