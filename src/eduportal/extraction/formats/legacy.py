"""DOC, XLS, PPT from before 2007: turned into their successors by LibreOffice where it is there."""

from eduportal.extraction.found import Unreadable
from eduportal.extraction.limits import Limits
from eduportal.extraction.limits import for_tool
from functools import partial
from pathlib import Path
import contextlib
import os
import shutil
import signal
import subprocess

NEWER = {"doc": "docx", "xls": "xlsx", "ppt": "pptx"}
PROGRAMS = ("soffice", "libreoffice")


def newer(path: Path, kind: str, work: Path, limits: Limits) -> Path:
    """The same document as DOCX, XLSX or PPTX; the converter has half the time of a file."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise Unreadable("unsupported", "no-converter")
    source = work / f"file.{kind}"
    shutil.copyfile(path, source)
    command = [
        program,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(work / 'profile').as_uri()}",
        *("--convert-to", NEWER[kind]),
        *("--outdir", str(work / "newer")),
        str(source),
    ]
    _run(command, limits)
    made = work / "newer" / f"file.{NEWER[kind]}"
    if not made.is_file():
        raise Unreadable("broken", "damaged")
    return made


def _run(command: list[str], limits: Limits) -> None:
    tool = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=partial(for_tool, limits),
    )
    try:
        tool.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        raise Unreadable("failed", "too-slow") from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(tool.pid, signal.SIGKILL)
        tool.wait()
