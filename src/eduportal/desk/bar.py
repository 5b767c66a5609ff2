"""What an author and the board see on an item's own page: its state and what comes next."""

from eduportal import corrections
from eduportal import editorial
from eduportal.desk.message import public_message
from eduportal.desk.review import FIRST
from eduportal.desk.review import reads_along
from functools import cached_property
from plone import api
from plone.app.layout.globals.interfaces import IViewView
from plone.app.layout.viewlets.common import ViewletBase


class Bar(ViewletBase):
    """Above the text; visitors and forms do without it."""

    def available(self) -> bool:
        return (
            IViewView.providedBy(self.view)
            and not api.user.is_anonymous()
            and self.state in editorial.STATES
            and bool(editorial.history(self.context))
            and reads_along(self.context)
        )

    @cached_property
    def state(self) -> str:
        return api.content.get_state(self.context, "")

    @property
    def state_title(self):
        return editorial.STATES[self.state]

    @property
    def reason(self) -> str:
        """Why it came back or was taken down."""
        if self.state not in ("returned", "withdrawn"):
            return ""
        return editorial.history(self.context)[-1].comment

    @cached_property
    def steps(self) -> list[tuple[str, object]]:
        found = editorial.steps(self.context)
        return [(name, editorial.STEPS[name]) for name in FIRST if name in found]

    @property
    def may_edit(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.context)

    @property
    def may_correct(self) -> bool:
        return corrections.may_correct(self.context)

    @property
    def message(self) -> str:
        return public_message(self.context) if self.state == "published" else ""
