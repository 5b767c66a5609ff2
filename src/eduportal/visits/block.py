"""The home page's block "visits"."""

from eduportal import _
from eduportal.home import Block
from eduportal.visits.portal import figures
from eduportal.visits.settings import setting
from eduportal.visits.shown import definition_list


class VisitBlock(Block):
    """Four numbers; no query."""

    title = _("Visit figures")
    where = ("left", "right")

    @property
    def available(self) -> bool:
        return bool(setting("counted"))

    def body(self) -> str:
        return definition_list(figures(self.portal), self.language, self.request)
