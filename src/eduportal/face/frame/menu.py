"""The main menu: the language root's sections and, one level down, theirs."""

from eduportal.face.kept import KeptForVisitors
from eduportal.face.place import Place
from eduportal.face.tree import Branch
from eduportal.face.tree import branches
from functools import cached_property
from plone.app.layout.viewlets.common import ViewletBase


class Menu(KeptForVisitors, Place, ViewletBase):
    """Works as plain links without any script."""

    all_told = True

    @property
    def depends(self) -> tuple:
        """Which of its links are marked: most pages of a section share one menu."""
        shown = [branch for top in self.branches for branch in (top, *top.children)]
        marks = [(branch.path, self.current(branch.path)) for branch in shown]
        return self.at_home, *(mark for mark in marks if mark[1])

    @property
    def branches(self) -> list[Branch]:
        """Asked each time: what ``depends`` was told, the kept piece has not learned."""
        return branches(self.portal, self.language)

    @cached_property
    def here(self) -> str:
        path = "/".join(self.context.getPhysicalPath())
        return path[len("/".join(self.portal.getPhysicalPath())) :]

    @property
    def at_home(self) -> bool:
        """The home page itself; search, site map and others stand at the root too."""
        return self.request["ACTUAL_URL"].rstrip("/") == self.root_url

    def current(self, path: str) -> str | None:
        """``page`` for the page itself, ``true`` for a section it lies in."""
        if self.here == path:
            return "page"
        return "true" if self.here.startswith(f"{path}/") else None
