"""Making a step, as the person who is signed in."""

from AccessControl import Unauthorized
from DateTime import DateTime
from datetime import datetime
from eduportal import _
from eduportal.editorial.chain import EDITORIAL
from eduportal.editorial.history import HERE
from eduportal.editorial.refused import StepRefused
from eduportal.editorial.rules import APPROVING
from eduportal.editorial.rules import REASONED
from eduportal.editorial.rules import refusal
from eduportal.editorial.settings import setting
from eduportal.editorial.words import STATES
from eduportal.editorial.words import STEPS
from plone import api


def steps(content) -> list[str]:
    """Ids of the steps that the person may make now, in the order of ``STEPS``."""
    allowed = offered(content)
    return [name for name in STEPS if name in allowed and refusal(content, name) is None]


def needs(transition: str) -> set[str]:
    """What a step asks for: "reason", "date" (of publication), "confirmation" (no state secret)."""
    wanted = set()
    if transition in REASONED:
        wanted.add("reason")
    if transition == "schedule":
        wanted.add("date")
    if transition in APPROVING and setting("state_secret"):
        wanted.add("confirmation")
    return wanted


def step(
    content,
    transition: str,
    reason: str = "",
    at: datetime | None = None,
    expires: datetime | None = None,
    confirmed: bool = False,
) -> None:
    """Make a step or raise :class:`StepRefused`, before anything was changed.

    ``at`` (hour of publication, for "schedule") and ``expires`` without a zone are local time. A
    "schedule" without ``at`` takes the date of publication that the item has.
    """
    if transition not in offered(content):
        raise StepRefused(not_offered(content, transition))
    if "confirmation" in needs(transition) and not confirmed:
        raise StepRefused(UNCONFIRMED)
    before = (content.effective_date, content.expiration_date)
    if at is not None and transition == "schedule":
        content.setEffectiveDate(_date(at))
    if expires is not None and transition in APPROVING:
        content.setExpirationDate(_date(expires))
    try:
        api.portal.get_tool("portal_workflow").doActionFor(content, transition, comment=reason)
    except (StepRefused, Unauthorized) as error:
        content.effective_date, content.expiration_date = before
        if isinstance(error, StepRefused):
            raise
        raise StepRefused(not_offered(content, transition)) from error
    content.reindexObject(idxs=["effective", "expires", "effectiveRange"])


def _date(moment: datetime) -> DateTime:
    return DateTime(moment if moment.tzinfo else moment.replace(tzinfo=HERE))


def offered(content) -> set[str]:
    """Ids of the steps that the state and the person's role allow, before any rule is asked."""
    tool = api.portal.get_tool("portal_workflow")
    if EDITORIAL not in tool.getChainFor(content):
        return set()
    return {found["id"] for found in tool.getTransitionsFor(content)}


def not_offered(content, transition: str):
    """The sentence for a step that the state or the person's role does not allow."""
    state = api.content.get_state(content, default="")
    return _(
        "step_not_offered",
        default="“${step}” is not possible now, or not yours to do. The item is: ${state}.",
        mapping={"step": STEPS.get(transition, transition), "state": STATES.get(state, state)},
    )


UNCONFIRMED = _(
    "step_unconfirmed",
    default="Confirm that the text holds no state secret; it was not approved.",
)
