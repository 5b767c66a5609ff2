"""A text to send on by Zalo: title, one line, a link. Heads live there and not in their mail."""

from eduportal import _
from eduportal.desk.people import name_of
from eduportal.mail.links import link
from plone import api
from zope.i18n import translate

VIEWED = "plone.types_use_view_action_in_listings"
LINE = 160
"""Characters of the description; a chat shows two or three lines before it folds the rest."""


def public_message(content) -> str:
    """For parents and colleagues, about something that is published."""
    address = link(api.portal.get(), content.getPhysicalPath())
    if content.portal_type in api.portal.get_registry_record(VIEWED, default=()):
        address = f"{address}/view"
    return _lines(content.Title(), _one_line(content), address)


def review_message(content, request) -> str:
    """For whoever approves, about something that waits."""
    author = translate(name_of(content.Creator()), context=request)
    asking = _(
        "desk_please_review",
        default="${author} asks for approval of:",
        mapping={"author": author},
    )
    address = f"{link(api.portal.get(), content.getPhysicalPath())}/@@review"
    return _lines(translate(asking, context=request), content.Title(), address)


def _one_line(content) -> str:
    text = " ".join((content.Description() or "").split())
    if len(text) <= LINE:
        return text
    return f"{text[:LINE].rpartition(' ')[0] or text[:LINE]}…"


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
