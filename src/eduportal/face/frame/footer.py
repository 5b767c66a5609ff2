"""Whom to reach, who answers for what is published, and the pages that every page must lead to.

The administrator of the spreadsheet is not a public contact.
"""

from eduportal import look
from eduportal.duties import responsible_person
from eduportal.face.kept import KeptForVisitors
from eduportal.face.place import Place
from eduportal.face.tree import Branch
from eduportal.face.tree import branches
from functools import cached_property
from plone.app.layout.viewlets.common import ViewletBase

LINKED = ("legal-basis", "contact", "feedback")


class Footer(KeptForVisitors, Place, ViewletBase):
    """Contact and links; no query beside the menu's."""

    all_told = True

    @property
    def depends(self) -> str:
        """The name may be the portal's title, which is in the catalogue."""
        return self.unit_name

    @cached_property
    def links(self) -> list[Branch]:
        found = {one.section_id: one for one in _flat(branches(self.portal, self.language))}
        return [found[section_id] for section_id in LINKED if section_id in found]

    @property
    def look_lines(self) -> tuple[str, ...]:
        """What the unit's administrator added."""
        return look.current(self.language).footer

    @property
    def responsible(self) -> str:
        return responsible_person()

    @property
    def address(self) -> str:
        return self.unit.address if self.unit else ""

    @property
    def phone(self) -> str:
        return self.unit.phone if self.unit else ""

    @property
    def email(self) -> str:
        return self.unit.email if self.unit else ""


def _flat(tree: list[Branch]):
    for branch in tree:
        yield branch
        yield from _flat(branch.children)
