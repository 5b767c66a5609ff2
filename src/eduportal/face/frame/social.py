"""What a link to a page shows where it is shared: the unit's name, and no logo of Plone's."""

from eduportal.face.place import Place
from plone.app.layout.viewlets.social import SocialTagsViewlet
from plone.base.interfaces import INavigationRoot

STOCK_LOGO = "plone-logo.svg"


class SocialTags(Place, SocialTagsViewlet):
    """A language root shares as the unit itself, not as "Tiếng Việt" or "English"."""

    @property
    def page_title(self) -> str:
        at_home = INavigationRoot.providedBy(self.context)
        return self.unit_name if at_home else super().page_title

    @property
    def site_title_setting(self) -> str:
        return self.unit_name

    def head_tag_filter(self, value) -> bool:
        image = str(value.get("property", "")).startswith("og:image")
        return super().head_tag_filter(value) and not (image and self.without_logo)

    @property
    def without_logo(self) -> bool:
        return any(str(tag.get("content", "")).endswith(STOCK_LOGO) for tag in self._get_tags())
