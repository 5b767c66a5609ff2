"""How many of the procedures officially announced are published here (Quảng Ngãi II.7: 100 %)."""

from dataclasses import dataclass
from eduportal.procedures.rows import Row
from eduportal.procedures.settings import setting
import math


@dataclass(frozen=True)
class Share:
    """``missing`` are lines of the official list whose code nothing published has.

    ``source`` is the decision that announces the list, where the portal names it.
    """

    published: int
    official: int
    missing: tuple[str, ...] = ()
    source: str = ""

    @property
    def percent(self) -> int:
        """Whole and never rounded up: 99,6 % are not all of them."""
        return min(100, math.floor(100 * self.published / self.official))


def share(rows: list[Row]) -> Share | None:
    """Of the portal's own published procedures; None where nobody has said how many there are."""
    published = [row for row in rows if row.public and not row.parent]
    source = (setting("official_source") or "").strip()
    listed = {code_of(line): line for line in setting("official_codes") if code_of(line)}
    if listed:
        here = {row.code for row in published}
        missing = tuple(line for code, line in listed.items() if code not in here)
        return Share(len(listed) - len(missing), len(listed), missing, source)
    count = setting("official_count")
    return Share(len(published), count, source=source) if count else None


def code_of(line: str) -> str:
    """The code before the first bar."""
    return line.partition("|")[0].strip()
