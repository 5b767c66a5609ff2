"""Since when an item is on line, below its title."""

from eduportal.face.dates import day_of
from eduportal.face.dates import short
from plone.app.layout.viewlets import ViewletBase


class Published(ViewletBase):
    """Plone tells the day to people signed in only; news without a day is worth little."""

    @property
    def day(self) -> str:
        return short(day_of(self.context.effective()))

    @property
    def moment(self) -> str:
        """The same for machines: ``2026-11-21``."""
        return day_of(self.context.effective()).isoformat()
