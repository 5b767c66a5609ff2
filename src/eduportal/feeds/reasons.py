"""Why a feed could not be had, as sentences for the administrator who typed its address."""

from eduportal import _
from zope.i18nmessageid import Message

REASONS = {
    "address": _("This is no address of the web; it has to begin with http:// or https://."),
    "unknown-host": _("No server of this name is known."),
    "private": _(
        "The address leads into an internal network. Only public servers are asked; the owner of "
        "the instance may allow others."
    ),
    "connection": _("The server could not be reached, or hung up."),
    "certificate": _("The server's certificate is not valid."),
    "late": _("The server took too long."),
    "large": _("The feed is too large."),
    "redirects": _("The server sends readers on from address to address."),
    "no-feed": _("What is found at this address is neither RSS nor Atom."),
    "entities": _("The feed holds definitions that no feed needs, and was refused."),
}


def sentence(reason: str) -> Message:
    """The sentence for a ``FeedError``'s reason."""
    if reason.startswith("status-"):
        return _(
            "feed_status",
            default="The server answered with the error ${status}.",
            mapping={"status": reason.removeprefix("status-")},
        )
    return REASONS[reason]
