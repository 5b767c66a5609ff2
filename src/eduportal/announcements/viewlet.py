"""The mark of an urgent notice on its own page."""

from eduportal.announcements.behavior import URGENT
from eduportal.announcements.urgent import is_urgent
from plone import api
from plone.app.layout.viewlets import ViewletBase


class UrgencyViewlet(ViewletBase):
    """Shown as long as the notice stands first in lists."""

    @property
    def available(self) -> bool:
        if self.context.urgency != URGENT:
            return False
        found = api.content.find(UID=api.content.get_uuid(self.context))
        return bool(found) and is_urgent(found[0])
