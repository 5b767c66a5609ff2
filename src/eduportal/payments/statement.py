"""Lines of a bank statement, pasted as they are, set against the fees that are due."""

from collections.abc import Iterator
from dataclasses import dataclass
from eduportal.cases import Case
from eduportal.cases import by_code
from eduportal.cases import codes
from eduportal.payments import ledger
import re

# A bank may break the content of a transfer with blanks or points.
CODE = re.compile(r"H\W{0,2}S(?:\W{0,2}[0-9A-Z]){12}(?![0-9A-Z])", re.ASCII)
NUMBER = re.compile(
    r"(?<![\w.,])\+?(\d{1,3}(?:[.,]\d{3}){1,5}|\d{1,15})(?:[.,]00)?(?![\w])", re.ASCII
)
MOST = 2000

FITS = "fits"
PAID = "paid"
AMOUNT = "amount"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Line:
    """One line in which a code was found; ``verdict`` says what can be done with it."""

    text: str
    verdict: str
    case: Case | None = None
    amount: int = 0


def lines(portal, text: str) -> Iterator[Line]:
    """Lines without anything like a code are other people's business and left out."""
    seen = set()
    for line in text.splitlines()[:MOST]:
        found = CODE.search(line.upper())
        if found is None or not codes.is_well_formed(re.sub(r"\W", "", found.group())):
            continue
        shown = " ".join(line.split())[:300]
        case = by_code(portal, re.sub(r"\W", "", found.group()))
        if case is None or not ledger.fee_of(case).amount:
            yield Line(shown, UNKNOWN)
            continue
        fee = ledger.fee_of(case)
        yield Line(shown, _verdict(fee, line, case.number in seen), case, fee.amount)
        seen.add(case.number)


def _verdict(fee: ledger.Fee, line: str, again: bool) -> str:
    if again or fee.state != ledger.DUE:
        return PAID
    return FITS if fee.amount in _amounts(line) else AMOUNT


def _amounts(line: str) -> set[int]:
    """Every number of the line, whatever stands between its thousands."""
    return {int(re.sub(r"\D", "", found)) for found in NUMBER.findall(line)}
