"""What officers read: steps to choose, and what has happened."""

from eduportal import _
from zope.i18nmessageid import Message

STEPS: dict[str, Message] = {
    "process": _("case_step_process", default="Begin work"),
    "request_supplement": _("case_step_request_supplement", default="Ask for a supplement"),
    "supplement": _("case_step_supplement", default="The supplement has arrived"),
    "approve": _("case_step_approve", default="Grant: the result is there"),
    "refuse": _("case_step_refuse", default="Refuse"),
    "hand_over": _("case_step_hand_over", default="Result handed over"),
    "withdraw": _("case_step_withdraw", default="The applicant withdraws"),
    "reopen": _("case_step_reopen", default="Take up again"),
}
"""In the order in which they are offered."""

NEEDS_REASON = frozenset({"request_supplement", "refuse", "reopen", "withdraw"})

HAPPENED: dict[str, Message] = {
    "receive": _("case_trace_receive", default="Application received"),
    "process": _("case_trace_process", default="Work begun"),
    "request_supplement": _("case_trace_request_supplement", default="Supplement requested"),
    "supplement": _("case_trace_supplement", default="Supplement arrived"),
    "approve": _("case_trace_approve", default="Granted"),
    "refuse": _("case_trace_refuse", default="Refused"),
    "hand_over": _("case_trace_hand_over", default="Result handed over"),
    "withdraw": _("case_trace_withdraw", default="Withdrawn"),
    "reopen": _("case_trace_reopen", default="Taken up again"),
    "say": _("case_trace_say", default="Message"),
    "note": _("case_trace_note", default="Internal note"),
    "assign": _("case_trace_assign", default="Assigned"),
    "admit": _("case_trace_admit", default="Taken from the waiting list"),
    "due": _("case_trace_due", default="Day of the result changed"),
}
"""Entries of a trace; one that is not here is shown by its own name."""
