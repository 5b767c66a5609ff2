"""How much waits for an officer: two numbers for his desk."""

from dataclasses import dataclass
from eduportal import cases
from eduportal.casework.lists import counts
from eduportal.casework.people import handles_cases
from eduportal.casework.people import login


@dataclass(frozen=True)
class Waiting:
    """Cases of an officer's services without a result; of these overdue, his own, nobody's."""

    open: int
    overdue: int
    mine: int
    nobodys: int


def waiting(portal) -> Waiting | None:
    """For whoever is signed in; None for who handles no cases."""
    if not handles_cases():
        return None
    rows = cases.rows(portal, services=cases.services_of(), states=cases.OPEN)
    found = counts(rows, login(), cases.today())
    return Waiting(found["open"], found["overdue"], found["mine"], found["nobodys"])
