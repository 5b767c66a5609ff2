"""Time spent, a straight line through measurements, and the table of results."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import linear_regression
from statistics import median
import time


@dataclass
class Spent:
    """Seconds on the clock, and seconds of this process's processor time."""

    wall: float = 0.0
    cpu: float = 0.0


@contextmanager
def spent() -> Iterator[Spent]:
    """Measures the length of a ``with`` block."""
    measured = Spent()
    wall, cpu = time.monotonic(), time.process_time()
    yield measured
    measured.wall, measured.cpu = time.monotonic() - wall, time.process_time() - cpu


def middle(times: list[Spent]) -> Spent:
    """The medians: other work on the machine disturbs single measurements, never half of them."""
    return Spent(median(one.wall for one in times), median(one.cpu for one in times))


def slope(points: dict[int, float]) -> str:
    """Value at the first and the last point of a straight line, and its slope in thousandths."""
    if len(points) < 2:
        return "-"
    line = linear_regression(list(points), list(points.values()))
    first, last = (line.intercept + line.slope * x for x in (min(points), max(points)))
    step = line.slope * 1000
    return f"{first:.2f} s at {min(points)}, {last:.2f} s at {max(points)}: {step:+.1f} ms each"


@dataclass(frozen=True)
class Row:
    """A line of the table; what has no counterpart in a bare site leaves the other columns out."""

    what: str
    portal: str
    bare: str = ""
    ratio: str = ""


def compared(what: str, portal: float, bare: float, unit: str, target: str = "") -> Row:
    ratio = f"{portal / bare:.2f}" if bare > 0 else "-"
    return Row(what, f"{portal:.2f} {unit}", f"{bare:.2f} {unit}", f"{ratio} {target}".strip())


def table(rows: list[Row]) -> str:
    """The rows as a table that a Markdown page takes as it is."""
    lines = [("figure", "portal", "bare site", "ratio"), ("---", "---", "---", "---")]
    lines += [(row.what, row.portal, row.bare, row.ratio) for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
