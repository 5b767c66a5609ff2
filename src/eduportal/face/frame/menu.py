"""The main menu: the language root's sections and, one level down, theirs."""

from eduportal.face.place import Place
from eduportal.face.tree import Branch
from eduportal.face.tree import branches
from functools import cached_property
from plone.app.layout.viewlets.common import ViewletBase


class Menu(Place, ViewletBase):
    """Works as plain links without any script."""

    @cached_property
    def branches(self) -> list[Branch]:
        return branches(self.portal, self.language)

    @cached_property
    def here(self) -> str:
        path = "/".join(self.context.getPhysicalPath())
        return path[len("/".join(self.portal.getPhysicalPath())) :]

    def current(self, path: str) -> str | None:
        """``page`` for the page itself, ``true`` for a section it lies in."""
        if self.here == path:
            return "page"
        return "true" if self.here.startswith(f"{path}/") else None
