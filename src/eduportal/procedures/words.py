"""What levels, parts and states are called on the screen."""

from eduportal import _
from eduportal.procedures import levels

SCHEMES = {
    levels.FULL: _("scheme_full", default="Fully online"),
    levels.PARTIAL: _("scheme_partial", default="Partly online"),
    levels.INFORMATION: _("scheme_information", default="Information online"),
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
    "open": _("service_open", default="Open"),
    "before": _("service_before", default="Not open yet"),
    "after": _("service_after", default="Closed"),
}


def level_words(number: int):
    """``Mức độ 3``."""
    if not number:
        return _("Incomplete")
    return _("procedure_level", default="Level ${number}", mapping={"number": str(number)})
