"""A ZIP of scans, opened without trusting it; plain Python."""

from eduportal.filing.found_files import Found
from eduportal.filing.found_files import Index
from eduportal.filing.found_files import fresh
from eduportal.vietnamese import nfc
from pathlib import Path
from pathlib import PurePosixPath
import zipfile

MOST_ENTRIES = 20_000
MOST_UNPACKED = 8_000_000_000
"""Bytes of all files together."""
LARGEST = 500_000_000
"""Bytes of one file."""
SAYS_UTF_8 = 0x800


class ArchiveError(ValueError):
    """An archive that is not opened; says why in Vietnamese and English."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi = vi
        self.en = en


class Archive:
    """The files of a ZIP: its sizes are held to what it claims, its paths are never written to."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            raise ArchiveError(
                "tệp ZIP bị hỏng hoặc không phải là tệp ZIP.",
                "the ZIP file is damaged or none.",
            ) from None
        entries = [entry for entry in self._zip.infolist() if _is_file(entry)]
        _check(entries)
        self._index = Index(
            Found(PurePosixPath(_name(entry)).name, _name(entry), entry.file_size)
            for entry in entries
        )
        self._by_place = {_name(entry): entry for entry in entries}

    def find(self, name: str) -> list[Found]:
        return self._index.find(name)

    def copy(self, found: Found, folder: Path) -> Path:
        path = fresh(folder)
        with self._zip.open(self._by_place[found.place]) as source, path.open("wb") as target:
            left = found.size
            while chunk := source.read(min(1 << 20, left + 1)):
                left -= len(chunk)
                if left < 0:
                    raise ArchiveError(*BOMB)
                target.write(chunk)
        return path


def _is_file(entry: zipfile.ZipInfo) -> bool:
    """Leaves out folders, what macOS adds, and Unix links."""
    is_link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    name = PurePosixPath(entry.filename).name
    system = entry.filename.startswith("__MACOSX/") or name.startswith("._") or name == ".DS_Store"
    return not (entry.is_dir() or is_link or system)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as its author saw it; Windows and macOS do not always say which letters they use."""
    name = entry.filename
    if not entry.flag_bits & SAYS_UTF_8:
        raw = name.encode("cp437", errors="ignore")
        for encoding in ("utf-8", "cp1258"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    parts = [
        part for part in nfc(name).replace("\\", "/").split("/") if part not in ("", ".", "..")
    ]
    return "/".join(parts)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise ArchiveError(
            f"tệp ZIP chứa hơn {MOST_ENTRIES} tệp. Hãy chia nhỏ.",
            f"the ZIP holds more than {MOST_ENTRIES} files. Split it.",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise ArchiveError(
            "tệp ZIP có mật khẩu. Hãy nén lại không đặt mật khẩu.",
            "the ZIP has a password. Pack it again without one.",
        )
    if (
        sum(entry.file_size for entry in entries) > MOST_UNPACKED
        or any(entry.file_size > LARGEST for entry in entries)
        # Scans hardly shrink: a file of which a thousandth is left is not one.
        or any(
            entry.file_size > 10_000_000 and entry.file_size > 1000 * entry.compress_size
            for entry in entries
        )
    ):
        raise ArchiveError(*BOMB)


BOMB = (
    f"tệp ZIP giải nén ra quá lớn (mỗi tệp nhiều nhất {LARGEST // 1_000_000} MB) nên không được "
    "mở.",
    f"the ZIP unpacks to too much (at most {LARGEST // 1_000_000} MB a file) and was not opened.",
)
