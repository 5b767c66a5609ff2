"""Links to the pages of a long list: the first, the last, and those around the current one."""

from dataclasses import dataclass
from eduportal.register.query import Query

AROUND = 2


@dataclass(frozen=True)
class Page:
    """A link; ``kind`` is ``previous``, ``page``, ``current``, ``gap`` or ``next``."""

    kind: str
    number: int = 0
    url: str = ""


def pages(total: int, query: Query, address: str) -> list[Page]:
    """[] where everything is on one page."""
    size = query.size
    last = (total - 1) // size + 1 if total else 1
    if last == 1 and not query.start:
        return []
    current = min(query.start // size + 1, last)

    def link(kind: str, number: int) -> Page:
        return Page(kind, number, query.but(start=(number - 1) * size).address(address))

    near = {1, last, *range(current - AROUND, current + AROUND + 1)}
    found = [link("previous", current - 1)] if current > 1 else []
    before = 0
    for number in sorted(one for one in near if 1 <= one <= last):
        if number - before > 1:
            found.append(Page("gap"))
        found.append(link("current" if number == current else "page", number))
        before = number
    if current < last:
        found.append(link("next", current + 1))
    return found
