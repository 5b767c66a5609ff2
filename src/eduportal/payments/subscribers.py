"""A case that is opened owes its service's fee; one that is taken back owes nothing."""

from eduportal.cases import CaseOpened
from eduportal.cases import CaseStepped
from eduportal.cases import service_of
from eduportal.payments import ledger
from zope.component import adapter


@adapter(CaseOpened)
def opened(event: CaseOpened) -> None:
    """The amount is that of the day: a fee changed later is not asked of those who came before."""
    service = service_of(event.case)
    ledger.open_fee(event.case, getattr(service, "fee", 0) or 0)


@adapter(CaseStepped)
def stepped(event: CaseStepped) -> None:
    if event.transition == "withdraw":
        ledger.taken_back(event.case)
