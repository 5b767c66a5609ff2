"""What events are called on the screen; an event that has no title is shown by its name."""

from eduportal import _

KINDS = {
    "content": _("Content"),
    "setting": _("Settings"),
    "account": _("Accounts"),
    "group": _("Groups"),
    "sign-in": _("Signing in"),
    "access": _("Refusals"),
    "delegation": _("Delegation"),
    "deputy": _("Deputies"),
    "board": _("Editorial board"),
    "audit": _("This journal"),
}
"""Groups of events, by the noun before the dot."""

EVENTS = {
    "content.add": _("Added"),
    "content.edit": _("Text changed"),
    "content.delete": _("Deleted"),
    "content.move": _("Moved"),
    "content.rename": _("Short name changed"),
    "content.step": _("Step of the workflow"),
    "content.share": _("Rights at this place changed"),
    "setting.change": _("Setting changed"),
    "account.add": _("Account made"),
    "account.change": _("Account changed"),
    "account.delete": _("Account deleted"),
    "account.password": _("Password set"),
    "account.roles": _("Roles changed"),
    "group.add": _("Group made"),
    "group.delete": _("Group deleted"),
    "group.add-member": _("Put into the group"),
    "group.remove-member": _("Taken out of the group"),
    "sign-in.done": _("Signed in"),
    "sign-in.left": _("Signed out"),
    "sign-in.failed": _("Failed to sign in"),
    "sign-in.locked": _("Locked for a time after failures"),
    "access.refused": _("Refused"),
    "delegation.give": _("Sections entrusted"),
    "delegation.take": _("Sections taken back"),
    "deputy.name": _("Deputy named"),
    "deputy.end": _("Deputy's time ended"),
    "board.change": _("Editorial board page changed"),
    "audit.export": _("Journal exported"),
}

FIELDS = {
    "title": _("Title"),
    "description": _("Summary"),
    "text": _("Text"),
    "type": _("Kind"),
    "state": _("State"),
    "step": _("Step"),
    "reason": _("Reason"),
    "email": _("E-mail"),
    "fullname": _("Full name"),
    "subject": _("Keywords"),
    "effective_date": _("Publication date"),
    "expiration_date": _("Expiration date"),
    "__ac_local_roles__": _("Rights at this place"),
    "__ac_local_roles_block__": _("Rights from above are cut off"),
}
"""What the fields of content and accounts are called; others are shown by their names."""
