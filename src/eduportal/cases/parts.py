"""The parts of a case's page."""

from eduportal.cases.part import ICasePart
from eduportal.content_types.case import Case
from zope.component import getAdapters


def parts_of(case: Case, request, side: str, pass_: str = "") -> dict[str, ICasePart]:
    """The parts of one side that are there now, by name, in their order."""
    found = []
    for name, part in getAdapters((case, request), ICasePart):
        if part.side == side:
            part.pass_ = pass_
            if part.available:
                found.append((part.order, name, part))
    return {name: part for _order, name, part in sorted(found, key=lambda one: one[:2])}
