"""What the processes of one machine tell each other: one small file each, beside the database.

Visitors' names of the day stand in these files and nowhere else. They are left out of backups with
everything in ``$VAR/run``, and a file that nobody writes any more is deleted after half an hour.
"""

from collections.abc import Iterator
from eduportal.visits.counting import VISIT_SECONDS
from eduportal.visits.counting import Place
from eduportal.visits.counting import Seen
from pathlib import Path
import contextlib
import json
import os
import secrets

SUFFIX = ".json"


def folder() -> Path | None:
    """``$VAR/run/visitors``; None where an instance has no ``$VAR``: each process counts alone."""
    var = os.environ.get("VAR")
    return Path(var) / "run" / "visitors" if var else None


class Board:
    """The file of this process, and those of the others."""

    def __init__(self, where: Path | None) -> None:
        self._where = where
        self._own = f"{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
        self._written = "[]"

    def tell(self, known: dict[Place, dict[str, Seen]]) -> None:
        """Write what this process knows, if that is something else than before."""
        text = json.dumps(
            [
                [*place, {name: [s.first, s.last, s.counted] for name, s in visitors.items()}]
                for place, visitors in known.items()
            ]
        )
        if self._where is None or text == self._written:
            return
        self._where.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = self._where / f".{self._own}"
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as stream:
            stream.write(text)
        new.replace(self._where / self._own)
        self._written = text

    def hear(self, now: float) -> Iterator[dict[Place, dict[str, Seen]]]:
        """What each of the others knows."""
        files = self._where.glob(f"*{SUFFIX}") if self._where is not None else ()
        for file in files:
            if file.name == self._own or file.name.startswith("."):
                continue
            # A process may end, and its file go, while it is read.
            with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
                if now - file.stat().st_mtime > VISIT_SECONDS:
                    file.unlink()
                    continue
                yield {
                    (portal, section): {name: Seen(*one) for name, one in visitors.items()}
                    for portal, section, visitors in json.loads(file.read_text())
                }
