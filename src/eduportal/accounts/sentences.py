"""What somebody is told who was not let in."""

from eduportal import _
from eduportal.accounts.doorkeeper import VERDICTS
from eduportal.accounts.doorkeeper import Verdict
from zope.annotation.interfaces import IAnnotations
from zope.i18nmessageid import Message

# the same order as of importance: a request may hold several credentials
TELLING = ("locked", "off", "code", "enrol", "wrong")

WRONG = _("The code is wrong or was used before. Wait for the next one and try again.")


def verdict_of(request) -> Verdict | None:
    """What the doorkeeper decided in this request; None where no password was given."""
    found = list(IAnnotations(request).get(VERDICTS, {}).values())
    telling = [one for reason in TELLING for one in found if one.reason == reason]
    return next(iter(telling), None)


def sentence(verdict: Verdict) -> Message | None:
    """The same for accounts that exist and those that do not; None where Plone's own will do."""
    if verdict.reason == "locked":
        return _(
            "sign_in_locked",
            default=(
                "Too many attempts failed. Try again in ${minutes} minutes, or ask the "
                "administrator of this portal to unlock the account."
            ),
            mapping={"minutes": str(-(-verdict.wait // 60))},
        )
    if verdict.reason == "off":
        return _("This account is switched off. Ask the administrator of this portal.")
    if verdict.reason == "code":
        return _("This account needs a code from the authenticator program as well.")
    if verdict.reason == "enrol":
        return _(
            "This account has to set up a second factor first: sign in on the web with a browser."
        )
    return None
