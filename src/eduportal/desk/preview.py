"""An item's text as its own page shows it, without the page around it."""

from functools import cached_property
from plone.dexterity.content import DexterityContent
from zExceptions import NotFound

PICTURE = "large"


class Preview:
    """The part of the item's own view that Plone calls ``content-core``."""

    def __init__(self, content: DexterityContent, request) -> None:
        self.context = content
        self.request = request

    @cached_property
    def view(self):
        """The item's own view; None where there is no such view."""
        try:
            return self.context.restrictedTraverse(self.context.getLayout())
        except (AttributeError, KeyError, NotFound):
            return None

    @cached_property
    def macro(self):
        """What the review page draws; None for a view without such a part, as of a form."""
        macros = getattr(getattr(self.view, "index", None), "macros", None)
        try:
            return macros["content-core"] if macros is not None else None
        except KeyError:
            return None

    @property
    def picture(self) -> str:
        """The lead image, which on the item's own page stands outside of that part."""
        if getattr(self.context, "portal_type", "") == "Image":
            return ""
        if not getattr(self.context, "image", None):
            return ""
        images = self.context.restrictedTraverse("@@images", None)
        found = images.tag("image", scale=PICTURE, css_class="img-fluid") if images else None
        return found or ""
