"""``@@edit-alive``: asked every few minutes while somebody types."""

from plone import api
from plone.app.uuid.utils import uuidToObject
from Products.Five.browser import BrowserView
import json


class EditAlive(BrowserView):
    """``signed_in``, and for who may edit the content ``uid``, when it was ``modified``.

    It stands at the portal, so that a visitor's answer is the same whatever exists. The question
    itself keeps the session: its cookie is renewed as Plone's own pages renew it.
    """

    def __call__(self) -> str:
        signed_in = not api.user.is_anonymous()
        answer: dict = {"signed_in": signed_in}
        if signed_in:
            users = api.portal.get_tool("acl_users")
            if "session" in users:
                users.session.refresh(self.request)
            content = self._edited()
            if content is not None:
                answer["modified"] = modified(content)
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        response.setHeader("Cache-Control", "private, no-store")
        return json.dumps(answer)

    def _edited(self):
        uid = self.request.form.get("uid", "")
        content = uuidToObject(uid, unrestricted=True) if isinstance(uid, str) and uid else None
        if content is None:
            return None
        may = api.user.has_permission("Modify portal content", obj=content)
        return content if may else None


def modified(content) -> int:
    """Milliseconds since 1970."""
    return content.modified().millis()
