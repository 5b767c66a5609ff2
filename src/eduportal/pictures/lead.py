"""The picture between an item's title and its text."""

from eduportal.pictures.markup import picture
from html import escape
from plone.app.layout.viewlets import ViewletBase

SIZES = "(max-width: 50rem) 100vw, 50rem"


class Nothing(ViewletBase):
    """In the place of Plone's picture above the title, which loads one size for every screen."""

    def render(self) -> str:
        return ""


class LeadImage(ViewletBase):
    """Asked for first: it is the largest thing of most articles.

    Without words of its own: the title was read a moment before, the caption is read below.
    """

    def render(self) -> str:
        caption = getattr(self.context, "image_caption", None) or ""
        image = picture(
            self.context,
            "large",
            sizes=SIZES,
            priority=True,
            alt="",
            css_class="figure-img img-fluid",
        )
        if not image:
            return ""
        below = f'<figcaption class="figure-caption">{escape(caption)}</figcaption>'
        return f'<figure class="edu-lead">{image}{below if caption else ""}</figure>'
