"""``@@edit-alive``: asked every few minutes while somebody types."""

from plone import api
from Products.Five.browser import BrowserView
import json


class EditAlive(BrowserView):
    """``signed_in``, and for who may edit the content, when it was ``modified`` (milliseconds).

    The question itself keeps the session: its cookie is renewed as Plone's own pages renew it.
    """

    def __call__(self) -> str:
        signed_in = not api.user.is_anonymous()
        if signed_in and "session" in (users := api.portal.get_tool("acl_users")):
            users.session.refresh(self.request)
        answer: dict = {"signed_in": signed_in}
        if signed_in and api.user.has_permission("Modify portal content", obj=self.context):
            answer["modified"] = modified(self.context)
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        response.setHeader("Cache-Control", "private, no-store")
        return json.dumps(answer)


def modified(content) -> int:
    """Milliseconds since 1970."""
    return content.modified().millis()
