"""One line of a list: an item, whose it is, what happened to it last."""

from dataclasses import dataclass
from eduportal import editorial
from eduportal.content_types.section.section import ISection
from eduportal.desk.people import name_of
from eduportal.face.dates import ZONE
from functools import cached_property
from plone import api
from zope.i18nmessageid import Message

SHOWN = "%H:%M %d/%m/%Y"


@dataclass(frozen=True)
class Row:
    """Loads its item: the reason that somebody gave stands in the item's history alone."""

    content: object

    @property
    def uid(self) -> str:
        return api.content.get_uuid(self.content)

    @property
    def title(self) -> str:
        return self.content.Title() or self.content.getId()

    @property
    def language(self) -> str:
        return self.content.Language()

    @property
    def url(self) -> str:
        place = self.content.absolute_url()
        return place if ISection.providedBy(self.content) else f"{place}/@@review"

    @property
    def type_title(self) -> Message:
        return api.portal.get_tool("portal_types")[self.content.portal_type].Title()

    @property
    def section(self) -> str:
        return self.content.aq_parent.Title()

    @property
    def author(self) -> str | Message:
        return name_of(self.content.Creator())

    @cached_property
    def history(self) -> list[editorial.Step]:
        return editorial.history(self.content)

    @property
    def state_id(self) -> str:
        return api.content.get_state(self.content)

    @property
    def state(self) -> Message:
        return editorial.STATES[self.state_id]

    @property
    def since(self) -> str:
        """When the item came into its state."""
        return self.history[-1].time.strftime(SHOWN) if self.history else ""

    @property
    def reason(self) -> str:
        """What whoever returned or took it down wrote."""
        return self.history[-1].comment if self.history else ""

    @property
    def judge(self) -> str | Message:
        return name_of(self.history[-1].actor) if self.history else ""

    @property
    def hour(self) -> str:
        """The hour of publication of what is scheduled."""
        effective = self.content.effective_date
        if not effective:
            return ""
        # through UTC: asdatetime gives the zone of Viet Nam as it was before 1906, +07:07
        return effective.toZone("UTC").asdatetime().astimezone(ZONE).strftime(SHOWN)

    @cached_property
    def steps(self) -> list[str]:
        return editorial.steps(self.content)


def rows(brains) -> list[Row]:
    """``brains`` are one page of a list; what vanished meanwhile is left out."""
    found = [brain._unrestrictedGetObject() for brain in brains]
    return [Row(content) for content in found if content is not None]
