"""The officers' steps in the journal: which case by its number, who, what; not a word of it.

What the applicant did stands in the case alone: the journal keeps networks.
"""

from eduportal import audit
from eduportal.cases.events import CaseAssigned
from eduportal.cases.events import CaseStepped
from zope.component import adapter


@adapter(CaseStepped)
def stepped(event: CaseStepped) -> None:
    by = event.case.trace[-1].by
    if by:
        audit.record(
            "case.step", where=str(event.case.number), after={"step": event.transition}, who=by
        )


@adapter(CaseAssigned)
def assigned(event: CaseAssigned) -> None:
    audit.record(
        "case.assign", where=str(event.case.number), after={"to": event.login}, who=event.by
    )
