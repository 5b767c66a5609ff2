"""What the page tells ``autosave.js`` and ``hints.js``: who is here, and which form this is."""

from eduportal.autosave.alive import modified
from plone import api
from plone.app.layout.viewlets import ViewletBase
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.edit import DefaultEditForm
import hashlib


class WritingMark(ViewletBase):
    """On every page of somebody signed in; with more on a content's form."""

    @property
    def available(self) -> bool:
        return not self.portal_state.anonymous()

    @property
    def user(self) -> str:
        """Who is here, without leaving a login name in a shared computer's browser."""
        portal = "/".join(api.portal.get().getPhysicalPath())
        known = f"{portal}:{api.user.get_current().getId()}"
        return hashlib.sha256(known.encode()).hexdigest()[:16]

    @property
    def on_form(self) -> bool:
        return isinstance(self._form, (DefaultAddForm, DefaultEditForm))

    @property
    def modified(self) -> str:
        """When the edited content was last saved; "" where something is added."""
        return str(modified(self.context)) if isinstance(self._form, DefaultEditForm) else ""

    @property
    def alive_url(self) -> str:
        uid = api.content.get_uuid(self.context) if self.modified else ""
        return f"{self.site_url}/@@edit-alive?uid={uid}"

    @property
    def login_url(self) -> str:
        return f"{self.site_url}/login"

    @property
    def hints_url(self) -> str:
        return f"{self.site_url}/@@text-hints"

    @property
    def _form(self):
        return getattr(self.view, "form_instance", None)
