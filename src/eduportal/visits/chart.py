"""A bar chart as SVG: drawn on the server, no script, colours from the theme."""

from collections.abc import Callable
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 720, 240
LEFT, BOTTOM, TOP = 56, 24, 12


class Bar(NamedTuple):
    """A bar: its name, what stands below it, its height."""

    name: str
    short: str
    value: int


def chart(bars: Sequence[Bar], title: str, shown: Callable[[int], str]) -> str:
    """``""`` without bars. Read aloud as one picture of that title; each bar tells its number."""
    if not bars:
        return ""
    top = _round_up(max(bar.value for bar in bars))
    step = (WIDTH - LEFT) / len(bars)
    parts = [_line(value, top, shown) for value in (0, top // 2, top)]
    for place, bar in enumerate(bars):
        height = bar.value / top * (HEIGHT - BOTTOM - TOP)
        left = LEFT + place * step
        parts.append(
            f'<rect x="{left + step * 0.15:.1f}" y="{HEIGHT - BOTTOM - height:.1f}" '
            f'width="{step * 0.7:.1f}" height="{height:.1f}">'
            f"<title>{escape(bar.name)}: {shown(bar.value)}</title></rect>"
            f'<text x="{left + step / 2:.1f}" y="{HEIGHT - 8}" text-anchor="middle">'
            f"{escape(bar.short)}</text>"
        )
    return (
        f'<svg class="edu-chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )


def _line(value: int, top: int, shown: Callable[[int], str]) -> str:
    y = HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP)
    return (
        f'<line x1="{LEFT}" x2="{WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{shown(value)}</text>'
    )


def _round_up(value: int) -> int:
    """The next even number of one digit and zeros, or of 15, 25 and zeros; at least 2."""
    size = 1
    while True:
        for digit in (2, 4, 6, 8, 10, 16):
            if value <= digit * size:
                return digit * size
        size *= 10
