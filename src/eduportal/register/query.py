"""What a visitor asked of the register: read from an address, written back as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from dataclasses import replace
from datetime import date
from eduportal.search import number
from eduportal.search import text
from urllib.parse import urlencode
import re

FIRST_YEAR = 1945
LAST_YEAR = 2999
PAGE = 20
LARGEST_PAGE = 100
SORTS = ("relevance", "date", "number")

NAMES = {"since": "from", "until": "to", "start": "b_start", "size": "b_size"}
"""Fields that are called otherwise in an address."""

PAGING = ("start", "size")


@dataclass(frozen=True, slots=True)
class Query:
    """Empty fields are not asked for; ``unreadable`` names the parameters nobody could read."""

    q: str = ""
    kind: str = ""
    issuer: str = ""
    signer: str = ""
    area: str = ""
    year: int | None = None
    since: date | None = None
    until: date | None = None
    validity: str = ""
    sort: str = ""
    start: int = 0
    size: int = PAGE
    unreadable: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def from_form(cls, form: Mapping) -> "Query":
        """The query in a request's form or in a saved search's parameters."""
        form = {name: _one(value) for name, value in form.items()}
        year = number(form, "year")
        values = {
            "year": year if FIRST_YEAR <= year <= LAST_YEAR else None,
            "since": day(text(form, "from")),
            "until": day(text(form, "to")),
        }
        unreadable = tuple(
            NAMES.get(name, name)
            for name, value in values.items()
            if value is None and text(form, NAMES.get(name, name))
        )
        sort = text(form, "sort")
        return cls(
            q=text(form, "q"),
            kind=text(form, "kind"),
            issuer=text(form, "issuer"),
            signer=text(form, "signer"),
            area=text(form, "area"),
            validity=text(form, "validity"),
            sort=sort if sort in SORTS else "",
            start=number(form, "b_start"),
            size=min(number(form, "b_size") or PAGE, LARGEST_PAGE),
            unreadable=unreadable,
            **values,
        )

    @property
    def order(self) -> str:
        """The sort in effect: by relevance where there are words, else by date."""
        if self.q:
            return self.sort or "relevance"
        return self.sort if self.sort == "number" else "date"

    @property
    def narrowed(self) -> bool:
        """Whether anything but the order and the page was asked for."""
        return self.but(sort="", size=PAGE) != Query()

    def but(self, **changes) -> "Query":
        """The same query with other values, from its first page."""
        return replace(self, **({"start": 0} | changes))

    def parameters(self) -> dict[str, str]:
        """The canonical parameters, in one order, without what is not asked for."""
        default = Query()
        found = {}
        for one in fields(self):
            value = getattr(self, one.name)
            if one.compare and value != getattr(default, one.name):
                shown = value.isoformat() if isinstance(value, date) else str(value)
                found[NAMES.get(one.name, one.name)] = shown
        return found

    def address(self, base: str) -> str:
        """The address of this query at a page."""
        parameters = urlencode(self.parameters())
        return f"{base}?{parameters}" if parameters else base


def day(written: str) -> date | None:
    """``5/10/2020`` (also with dots or hyphens) or ``2020-10-05``; None where it is no date."""
    parts = re.fullmatch(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})", written, re.ASCII)
    if parts is None:
        return None
    first, month, last = parts.groups()
    year, date_of_month = (first, last) if len(first) == 4 else (last, first)
    if len(year) != 4 or not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        return date(int(year), int(month), int(date_of_month))
    except ValueError:
        return None


def _one(value: object) -> object:
    """Of a parameter given several times the last one that says something."""
    if isinstance(value, list | tuple):
        return next((one for one in reversed(value) if one), "")
    return value
