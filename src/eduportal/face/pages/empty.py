"""What an empty section shows: the reason for it to editors, a sentence to visitors."""

from dataclasses import dataclass
from eduportal import mandate
from eduportal.face.place import Place
from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView


@dataclass(frozen=True)
class Quote:
    """What a source says of the section; the words are the source's own, in Vietnamese."""

    text: str
    source: str


class EmptySection(Place, BrowserView):
    """A part of the section views."""

    @property
    def for_editors(self) -> bool:
        return api.user.has_permission("Add portal content", obj=self.context) or (
            api.user.has_permission("Modify portal content", obj=self.context)
        )

    @cached_property
    def section(self) -> mandate.Section | None:
        """The mandate's entry; None for a section that the unit added itself."""
        if self.unit is None or not self.context.section_id:
            return None
        tree = mandate.catalogue().sections(self.unit.tier)
        return next((one for one in tree if one.id == self.context.section_id), None)

    @property
    def hint(self) -> str:
        if self.section is None:
            return ""
        return self.section.hint_en if self.language == "en" else self.section.hint_vi

    @property
    def quotes(self) -> list[Quote]:
        """Each source once, with the first place it speaks of the section."""
        if self.section is None:
            return []
        catalogue = mandate.catalogue()
        found = {}
        for requirement_id in self.section.requirements:
            for citation in catalogue.requirement(requirement_id).citations:
                source = catalogue.source(citation.source)
                label = source.label_en if self.language == "en" else source.label_vi
                found.setdefault(
                    (requirement_id, citation.source),
                    Quote(citation.quote, f"{label}, {citation.where}"),
                )
        return list(found.values())
