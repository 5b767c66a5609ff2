"""States and steps of the editorial workflow, as they are named on the screen."""

from eduportal import _

STATES = {
    "draft": _("Draft"),
    "submitted": _("Submitted for approval"),
    "returned": _("Returned for changes"),
    "scheduled": _("Scheduled"),
    "published": _("Published"),
    "withdrawn": _("Taken down"),
}

STEPS = {
    "submit": _("Submit for approval"),
    "examine": _("Examined and passed"),
    "return": _("Return for changes"),
    "publish": _("Approve and publish"),
    "schedule": _("Schedule publication"),
    "withdraw": _("Take down"),
    "retract": _("Take back"),
}

# What a step does, said before it is made.
CONSEQUENCES = {
    "submit": _("The item waits for the chief editor's approval."),
    "examine": _("You have read the item and found it fit to be published."),
    "return": _("The item goes back to its author; say what has to be changed."),
    "publish": _("Visitors see the item from now on."),
    "schedule": _("The item is approved and stays withheld until its hour."),
    "withdraw": _("Visitors no longer see the item; say why."),
    "retract": _("The item becomes a draft again, to be changed and submitted anew."),
}
