"""A month's fees: one row for each item and author, and what each author gets."""

from collections import Counter
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from eduportal.duties.dates import now
from eduportal.duties.fees import ledger
from eduportal.vietnamese import fold
from plone import api
import re

MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Row:
    """An item's part of one author; ``state`` is its state now, empty where it was deleted."""

    entry: ledger.Entry
    author: str
    share: int
    state: str

    @property
    def day(self) -> date:
        return date.fromisoformat(self.entry.day)


@dataclass(frozen=True, slots=True)
class Total:
    """What an author published in the month, by kind, and gets for it."""

    author: str
    items: int
    kinds: dict[str, int]
    amount: int


@dataclass(frozen=True, slots=True)
class Report:
    """``author`` is empty for the whole board."""

    month: str
    author: str
    entries: list[ledger.Entry]
    rows: list[Row]

    def totals(self) -> list[Total]:
        """One for each author, by name."""
        found = defaultdict(list)
        for row in self.rows:
            found[row.author].append(row)
        totals = [
            Total(
                author,
                len(rows),
                dict(Counter(row.entry.kind for row in rows)),
                sum(row.share for row in rows),
            )
            for author, rows in found.items()
        ]
        return sorted(totals, key=lambda one: by_name(name_of(one.author)))

    @property
    def amount(self) -> int:
        return sum(row.share for row in self.rows)


def report(portal, month: str, author: str = "") -> Report:
    """The month's report, of everybody or of one author alone."""
    entries = [one for one in ledger.of_month(portal, month) if not author or author in one.authors]
    states = _states([one.uid for one in entries])
    rows = [
        Row(one, name, share, states.get(one.uid, ""))
        for one in entries
        for name, share in one.shares().items()
        if not author or name == author
    ]
    return Report(month, author, entries, rows)


def month_asked(value: object) -> str:
    """``2026-11`` as it was asked for; the present month for anything else."""
    asked = str(value or "")
    return asked if MONTH.fullmatch(asked) else f"{now():%Y-%m}"


def name_of(userid: str) -> str:
    """A member's name; the id of somebody who has left."""
    member = api.user.get(userid=userid)
    return (member.getProperty("fullname", "") if member is not None else "") or userid


def by_name(name: str) -> tuple[str, ...]:
    """Sorts names as they are sorted here: by the given name, which is the last word."""
    *before, given = name.split() or [""]
    return fold(given), fold(" ".join(before)), name


def _states(uids: list[str]) -> dict[str, str]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(UID=uids) if uids else ()
    return {brain.UID: brain.review_state for brain in brains}
