"""Where in the data files a value stands, and the sentences said when it is wrong there."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from difflib import get_close_matches
from eduportal.mandate.errors import MandateError


@dataclass(frozen=True, slots=True)
class Place:
    """A file of one origin, an entry in it (id or index), a key of the entry."""

    origin: str
    file: str
    entry: str = ""
    key: str = ""

    def at(self, key: str) -> "Place":
        """The same place, one key deeper."""
        return replace(self, key=f"{self.key}.{key}" if self.key else key)

    def __str__(self) -> str:
        return ", ".join(part for part in (f"{self.origin}:{self.file}", self.entry) if part)

    def _says(self, en: str, vi: str) -> MandateError:
        key_en = f", key “{self.key}”" if self.key else ""
        key_vi = f", khóa “{self.key}”" if self.key else ""
        return MandateError(f"{self}{key_en}: {en}.", f"{self}{key_vi}: {vi}.")

    def not_toml(self, reason: str) -> MandateError:
        return self._says(f"not valid TOML ({reason})", f"không phải TOML hợp lệ ({reason})")

    def unknown(self, allowed: Iterable[str]) -> MandateError:
        names = ", ".join(allowed)
        return self._says(f"unknown; allowed: {names}", f"không được biết; được phép: {names}")

    def missing(self) -> MandateError:
        return self._says("missing or empty", "thiếu hoặc để trống")

    def wrong(self, value: object, wanted_en: str, wanted_vi: str) -> MandateError:
        return self._says(
            f"“{value}” is not allowed; wanted: {wanted_en}",
            f"“{value}” không được phép; cần: {wanted_vi}",
        )

    def dangling(self, value: str, tables: tuple[str, ...], known: Iterable[str]) -> MandateError:
        near = ", ".join(get_close_matches(value, list(known), n=3)) or "–"
        table = " or ".join(tables)
        return self._says(
            f"there is no {table} “{value}”; near matches: {near}",
            f"không có {table} “{value}”; gần giống: {near}",
        )

    def duplicate(self, table: str, other: "Place") -> MandateError:
        return self._says(
            f"this {table} id is taken already by {other}; give one of them another id",
            f"mã {table} này đã có tại {other}; hãy đổi một trong hai mã",
        )
