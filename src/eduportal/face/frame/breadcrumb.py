"""The way from the language's home page to the page at hand."""

from eduportal.face.kept import KeptForVisitors
from eduportal.face.place import Place
from plone.app.layout.viewlets.common import ViewletBase
from zope.component import getMultiAdapter


class Breadcrumb(KeptForVisitors, Place, ViewletBase):
    """Not shown on the home page, which is where it starts."""

    @property
    def depends(self) -> tuple:
        return self.context.getPhysicalPath()

    @property
    def crumbs(self) -> tuple[dict, ...]:
        view = getMultiAdapter((self.context, self.request), name="breadcrumbs_view")
        return tuple(view.breadcrumbs())
