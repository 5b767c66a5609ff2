"""What levels, parts and states are called on the screen."""

from eduportal import _
from eduportal.procedures import levels

SCHEMES = {
    levels.FULL: _("procedure_scheme_full", default="Fully online"),
    levels.PARTIAL: _("procedure_scheme_partial", default="Partly online"),
    levels.INFORMATION: _("procedure_scheme_information", default="Information online"),
}
"""NĐ 42/2022/NĐ-CP, Điều 11 and 12."""

MISSING = {
    "steps": _("the steps"),
    "dossier": _("the papers of the dossier"),
    "time": _("the time limit"),
    "fee": _("the fee, or that there is none"),
    "place": _("the place of reception"),
    "handler": _("the name of the person who handles it"),
    "handler_contact": _("a telephone or e-mail of that person"),
    "form": _("a published form to download"),
    "online": _("a published online service for it"),
    "payment": _("online payment of the fee"),
}

OPENINGS = {
    "open": _("procedure_service_open", default="Open"),
    "before": _("procedure_service_before", default="Not open yet"),
    "waiting": _("procedure_service_waiting", default="All places taken, waiting list open"),
    "full": _("procedure_service_full", default="All places taken"),
    "after": _("procedure_service_after", default="Closed"),
}


def days_words(days: int | None):
    """``5 ngày làm việc``; nothing where no number of days is told."""
    if days is None:
        return ""
    if days == 0:
        return _("On the same day")
    if days == 1:
        return _("procedure_one_day", default="1 working day")
    return _("procedure_days", default="${days} working days", mapping={"days": str(days)})


def level_words(number: int):
    """``Mức độ 3``."""
    if not number:
        return _("procedure_incomplete", default="Being completed")
    return _("procedure_level", default="Level ${number}", mapping={"number": str(number)})
