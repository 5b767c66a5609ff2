"""Old Office files turned into OpenDocument by LibreOffice (TT 53/2012 Điều 17.8: open formats).

Run as a program (``python -m eduportal.extraction.conversion``) this module takes the limits of one
file upon itself, time, memory, disk and no network, and becomes LibreOffice.
"""

from eduportal.extraction.environment import environment
from eduportal.extraction.limits import Limits
from eduportal.extraction.limits import for_tool
from eduportal.extraction.limits import impose
from eduportal.extraction.sniff import kind_of
from pathlib import Path
import contextlib
import os
import shutil
import signal
import subprocess
import sys

OPEN = {"doc": "odt", "xls": "ods", "ppt": "odp"}
PROGRAMS = ("soffice", "libreoffice")


class NotConverted(Exception):
    """Why: ``encrypted``, ``not-office``, ``too-large``, ``too-slow`` or ``failed``."""


def converter() -> str | None:
    """The path of LibreOffice, None where this machine has none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def convert(path: Path, filename: str, folder: Path, limits: Limits | None = None) -> Path:
    """The file at ``path`` in an open format, made in ``folder``; raises ``NotConverted``."""
    limits = limits or Limits()
    program = converter()
    if program is None:
        raise NotConverted("failed")
    if path.stat().st_size > limits.file_bytes:
        raise NotConverted("too-large")
    kind = kind_of(path, filename)
    if kind not in OPEN:
        raise NotConverted("encrypted" if kind == "encrypted" else "not-office")
    source = folder / f"file.{kind}"
    shutil.copyfile(path, source)
    _run(command(program, source, OPEN[kind], folder), folder, limits)
    made = folder / "made" / f"file.{OPEN[kind]}"
    if made.is_symlink() or not made.is_file() or not made.stat().st_size:
        raise NotConverted("failed")
    return made


def command(program: str, source: Path, ending: str, folder: Path) -> list[str]:
    """What LibreOffice is asked: a profile of its own lets it run beside another one."""
    return [
        program,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--convert-to", ending),
        *("--outdir", str(folder / "made")),
        str(source),
    ]


def _run(line: list[str], folder: Path, limits: Limits) -> None:
    child = subprocess.Popen(
        # -P: the working folder is no place to import from, it holds what strangers sent.
        [sys.executable, "-P", "-m", "eduportal.extraction.conversion", limits.as_text(), *line],
        cwd=folder,
        env=environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        child.wait(limits.seconds)
    except subprocess.TimeoutExpired:
        raise NotConverted("too-slow") from None
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def main(limits: str, *line: str) -> None:
    """Take the limits and become the program."""
    allowed = Limits.from_text(limits)
    impose(allowed)
    for_tool(allowed)
    os.execv(line[0], line)


if __name__ == "__main__":
    main(*sys.argv[1:])
