"""A row beside the record it stands for: what would be filled, what changed, what is kept."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from eduportal.content_types.official_document import rules
from eduportal.content_types.official_document.settings import terms_of
from eduportal.filing import lists
from eduportal.filing.columns import columns
from eduportal.filing.entries import Entry
from eduportal.filing.report import Kept
from eduportal.spreadsheets import Problem
from eduportal.terms import find
from typing import Any
from zope.i18n import translate
from zope.interface import Invalid

TOKENS = {column.field: column.token for column in columns() if column.field}


@dataclass
class Comparison:
    """Values to be stored, by field; columns where the portal keeps its own."""

    values: dict[str, Any] = field(default_factory=dict)
    kept: list[Kept] = field(default_factory=list)

    @property
    def changed(self) -> list[str]:
        """Tokens of columns, in their order."""
        return [TOKENS[name] for name in self.values]


def compare(entry: Entry, record, update: bool) -> Comparison:
    """Empty fields are filled, others change with ``update``; an empty cell changes nothing."""
    comparison = Comparison()
    for name, wanted in entry.fields.items():
        present = getattr(record, name, None) if record is not None else None
        if present == wanted:
            continue
        if update or not present:
            comparison.values[name] = wanted
        else:
            comparison.kept.append(Kept(TOKENS[name], shown(name, present), shown(name, wanted)))
    return comparison


def dates_refused(entry: Entry, record) -> Problem | None:
    """Dates that cannot follow each other, the record's and the row's taken together."""
    days = {
        name: entry.fields.get(name) or getattr(record, name, None)
        for name in ("issued_on", "effective_on", "expires_on")
    }
    try:
        rules.check_dates(*days.values())
    except Invalid as refusal:
        vi, en = (translate(refusal.args[0], target_language=name) for name in ("vi", "en"))
        return entry.row.problem(vi, en, "effective_on" if entry.row["effective_on"] else "")
    return None


def shown(name: str, value: Any) -> str:
    """A field's value as a cell of an export holds it."""
    if isinstance(value, date):
        return rules.shown(value)
    if isinstance(value, tuple):
        return lists.join(value)
    if name == "kind":
        term = find(terms_of("kinds"), value)
        return term.vi if term else value
    return value or ""
