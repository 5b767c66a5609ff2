"""Which steps the board's rules refuse although the person's role would allow them.

Held for every caller: menu, contents screen, REST, code and commands, since the check stands at the
transition itself. The clock, which publishes what was approved before, comes by ``scheduled``.
"""

from eduportal import _
from eduportal.editorial.chain import EDITORIAL
from eduportal.editorial.history import authors
from eduportal.editorial.history import examiners
from eduportal.editorial.refused import StepRefused
from eduportal.editorial.settings import setting
from plone import api
from plone.dexterity.interfaces import IDexterityContent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import adapter
from zope.i18nmessageid import Message

REASONED = ("return", "withdraw")
APPROVING = ("publish", "schedule")


@adapter(IDexterityContent, IBeforeTransitionEvent)
def hold_to_the_rules(content: IDexterityContent, event: IBeforeTransitionEvent) -> None:
    """Before a step: raise :class:`StepRefused` where a rule of the board is against it."""
    if event.workflow.getId() != EDITORIAL or event.transition is None:
        return
    transition = event.transition.getId()
    comment = event.kwargs.get("comment") or ""
    message = refusal(content, transition)
    if message is None and transition in REASONED and not comment.strip():
        message = NO_REASON[transition]
    if message is not None:
        raise StepRefused(message)


def refusal(content, transition: str) -> Message | None:
    """Why the person who is signed in may not make a step, whatever reason or date is given."""
    if transition == "examine":
        return _no_examiner(content)
    if transition in APPROVING and api.content.get_state(content) != "scheduled":
        return _no_approval(content)
    return None


def _no_examiner(content) -> Message | None:
    person = api.user.get_current().getId()
    if not setting("second_look"):
        return _(
            "step_no_second_look",
            default="This portal publishes without a second look; nothing has to be examined.",
        )
    if person in authors(content):
        return _(
            "step_examine_own",
            default="Whoever wrote a text does not examine it; somebody else of the board does.",
        )
    if person in examiners(content):
        return _("step_examined_already", default="You have passed this text already.")
    return None


def _no_approval(content) -> Message | None:
    person = api.user.get_current().getId()
    if not setting("own_text") and person in authors(content):
        return _(
            "step_approve_own",
            default=(
                "Nobody approves a text of their own on this portal; another chief editor or a "
                "deputy has to."
            ),
        )
    if not setting("second_look"):
        return None
    if not set(examiners(content)) - authors(content) - {person}:
        return _(
            "step_needs_second_look",
            default=(
                "Before it is published, the text has to be submitted and examined by somebody "
                "who is neither its author nor you."
            ),
        )
    return None


NO_REASON = {
    "return": _(
        "step_return_no_reason",
        default="Say what has to be changed; without a reason nothing is returned.",
    ),
    "withdraw": _(
        "step_withdraw_no_reason",
        default="Say why the item is taken down; without a reason nothing is taken down.",
    ),
}
