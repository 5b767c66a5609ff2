"""Files beside a table, found however their names are spelled; plain Python.

Names come from Windows, macOS and a typist: capitals, marks, NFC or NFD and the folder may differ.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from eduportal.vietnamese import fold
from eduportal.vietnamese import nfc
from pathlib import Path
from pathlib import PurePosixPath
from typing import Protocol
import os
import shutil
import tempfile


@dataclass(frozen=True)
class Found:
    """A file: its name as it is kept, where it lies, its size in bytes."""

    name: str
    place: str
    size: int


class Files(Protocol):
    """Where the files of a table are looked for."""

    def find(self, name: str) -> list[Found]:
        """The files that a cell may mean: one, none, or several that are alike."""

    def copy(self, found: Found, folder: Path) -> Path:
        """A copy of its own, to be consumed, below ``folder``."""


class NoFiles:
    """A table came alone."""

    def find(self, name: str) -> list[Found]:
        return []

    def copy(self, found: Found, folder: Path) -> Path:
        raise FileNotFoundError(found.place)


class Index:
    """Names to files, by what is left of a name without capitals, marks and folders."""

    def __init__(self, found: Iterable[Found]) -> None:
        self._by_name: dict[str, list[Found]] = defaultdict(list)
        self._by_stem: dict[str, list[Found]] = defaultdict(list)
        for one in found:
            name = _plain(PurePosixPath(one.place).name)
            self._by_name[name].append(one)
            self._by_stem[name.rpartition(".")[0] or name].append(one)

    def find(self, name: str) -> list[Found]:
        """A longer spelling narrows: with its folder, with its marks, with its capitals."""
        wanted = nfc(name).replace("\\", "/").removeprefix("./").strip("/")
        last = _plain(wanted.rpartition("/")[2])
        found = self._by_name.get(last) or self._by_stem.get(last) or []
        if "/" in wanted:
            found = [one for one in found if f"/{_plain(one.place)}".endswith(f"/{_plain(wanted)}")]
        for place in (wanted, wanted.rpartition("/")[2]):
            exact = [one for one in found if nfc(one.place) == place]
            exact = exact or [one for one in found if f"/{nfc(one.place)}".endswith(f"/{place}")]
            if len(exact) == 1:
                return exact
        return found


class Folder:
    """The files below a folder; links are not followed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._index = Index(self._walk())

    def _walk(self) -> Iterable[Found]:
        for folder, _folders, names in os.walk(self.path):
            for name in names:
                path = Path(folder) / name
                if path.is_symlink() or not path.is_file():
                    continue
                place = path.relative_to(self.path).as_posix()
                yield Found(nfc(name), place, path.stat().st_size)

    def find(self, name: str) -> list[Found]:
        return self._index.find(name)

    def copy(self, found: Found, folder: Path) -> Path:
        path = fresh(folder)
        shutil.copyfile(self.path / found.place, path)
        return path


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def fresh(folder: Path) -> Path:
    descriptor, name = tempfile.mkstemp(dir=folder, prefix="file-")
    os.close(descriptor)
    return Path(name)
