"""In the place of Plone's viewlets that say what no visitor needs, or what another says better."""

from plone.app.layout.viewlets import ViewletBase


class Nothing(ViewletBase):
    """An add-on that wants the original back registers it for a layer of its own."""

    def update(self) -> None:
        pass

    def render(self) -> str:
        return ""
