"""``@@review`` on an item: the page that a mail or a message leads to, made for a phone."""

from AccessControl import Unauthorized
from eduportal import _
from eduportal import clean_text
from eduportal import corrections
from eduportal import editorial
from eduportal import sources
from eduportal.desk import people
from eduportal.desk.message import public_message
from eduportal.desk.message import review_message
from eduportal.desk.preview import Preview
from eduportal.desk.rows import SHOWN
from eduportal.desk.rows import Row
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import quote
from zExceptions import NotFound

READERS = people.ROLES - {"Contributor"} | {"Owner"}
"""Roles on the item that may read what the board wrote about it."""

FIRST = ("publish", "return", "examine", "schedule", "submit", "retract", "withdraw")


def reads_along(content) -> bool:
    """Whether the signed-in person is the author or of the board, here or everywhere."""
    return bool(READERS & set(api.user.get_roles(obj=content)))


class Review(BrowserView):
    """What visitors would see, who did what with it, and the steps this person may make."""

    page_heading = _("History and review")

    def __call__(self) -> str:
        if api.user.is_anonymous() or not reads_along(self.context):
            raise Unauthorized
        if not self.row.history:
            # a section, or a file inside an item: nobody approves it by itself
            raise NotFound("review")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @cached_property
    def row(self) -> Row:
        return Row(self.context)

    @cached_property
    def preview(self) -> Preview:
        return Preview(self.context, self.request)

    @property
    def is_published(self) -> bool:
        return api.content.get_state(self.context, "") == "published"

    @cached_property
    def desk_url(self) -> str:
        root = api.portal.get_navigation_root(self.context)
        return f"{root.absolute_url()}/@@desk"

    @cached_property
    def steps(self) -> list[tuple[str, object, str]]:
        """Id, title and address of each step; what one comes for most stands first."""
        found = editorial.steps(self.context)
        return [(name, editorial.STEPS[name], self._url(name)) for name in FIRST if name in found]

    @property
    def why_not(self) -> object:
        """Why whoever approves may not approve this one; None where that is plain."""
        if self.row.state_id not in ("draft", "submitted", "returned"):
            return None
        if not api.user.has_permission("Review portal content", obj=self.context):
            return None
        return editorial.refusal(self.context, "publish")

    @property
    def may_correct(self) -> bool:
        return corrections.may_correct(self.context)

    @cached_property
    def hints(self) -> list:
        """What to look at before the text goes to its readers; nothing of it refuses."""
        found = [hint.message for hint in clean_text.hints(self.context)]
        return found + list(sources.warnings(self.context))

    @cached_property
    def history(self) -> list[dict]:
        """The newest first."""
        return [
            {
                "title": editorial.STEPS.get(step.action) if step.action else None,
                "action": step.action,
                "actor": people.name_of(step.actor),
                "time": step.time.strftime(SHOWN),
                "comment": step.comment,
            }
            for step in reversed(editorial.history(self.context))
        ]

    @property
    def may_edit(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.context)

    @cached_property
    def message(self) -> str:
        if self.is_published:
            return public_message(self.context)
        return review_message(self.context, self.request)

    def _url(self, step: str) -> str:
        back = quote(self.desk_url, safe="")
        return f"{self.context.absolute_url()}/@@step?step={step}&came_from={back}"
