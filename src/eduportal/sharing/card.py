"""What a link to a page shows where it is shared: Open Graph, and the card of X."""

from dataclasses import dataclass
from eduportal import look
from eduportal.face.dates import ZONE
from eduportal.face.kept import kept
from eduportal.face.pages.plain_text import plain_text
from eduportal.sharing.own_page import OwnPage
from eduportal.sharing.public import is_public
from html import escape
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from plone.base.interfaces import INavigationRoot
from zope.component import queryMultiAdapter
import logging

LOCALES = {"vi": "vi_VN", "en": "en_US"}
ARTICLES = ("News Item",)
SCALE = "large"
WIDE = 300
"""X shows a picture from this width on large, above the title; in pixels."""
LONGEST = 200
NEVER = 1970

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shown:
    """A picture with its size in pixels."""

    url: str
    width: int
    height: int
    alt: str = ""


class Card(OwnPage, ViewletBase):
    """Only for visitors, on pages that anybody may see."""

    def render(self) -> str:
        if not (self.anonymous and self.address):
            return ""
        place = (self.context.getPhysicalPath(), self.address, self.language)
        return kept(self.portal, "card", place, self._made)

    def _made(self) -> str:
        return "".join(
            f'<meta {kind}="{name}" content="{escape(value)}">' for kind, name, value in self.tags
        )

    @property
    def tags(self) -> list[tuple[str, str, str]]:
        """``property`` or ``name``, its value, and the content."""
        if not is_public(self.context):
            return []
        if not api.portal.get_registry_record("plone.share_social_data", default=True):
            return []
        picture = self.picture
        tags = [
            ("property", "og:site_name", self.unit_name),
            ("property", "og:title", self.title),
            ("property", "og:type", "article" if self.article else "website"),
            ("property", "og:url", self.address),
            ("property", "og:locale", LOCALES[self.language]),
            ("property", "og:description", summary(self.context)),
            *self._article_tags(),
            *_picture_tags(picture),
            ("name", "twitter:card", _kind_of_card(picture)),
        ]
        return [tag for tag in tags if tag[2]]

    @property
    def title(self) -> str:
        """A language root shares as the unit itself, not as "Tiếng Việt" or "English"."""
        at_home = INavigationRoot.providedBy(self.context)
        return self.unit_name if at_home else self.context.title or self.context.getId()

    @property
    def article(self) -> bool:
        return self.context.portal_type in ARTICLES

    @property
    def picture(self) -> Shown | None:
        """The item's own, else the unit's logo; never Plone's."""
        found = lead_picture(self.context, self.request)
        if found is None and (logo := look.current(self.language).logo):
            found = Shown(logo.url, logo.width, logo.height, logo.alt)
        return found

    def _article_tags(self) -> list[tuple[str, str, str]]:
        if not self.article:
            return []
        return [
            ("property", "article:published_time", published_at(self.context)),
            ("property", "article:modified_time", modified_at(self.context)),
        ]


def _picture_tags(picture: Shown | None) -> list[tuple[str, str, str]]:
    if picture is None:
        return []
    return [
        ("property", "og:image", picture.url),
        ("property", "og:image:width", str(picture.width)),
        ("property", "og:image:height", str(picture.height)),
        ("property", "og:image:alt", picture.alt),
    ]


def _kind_of_card(picture: Shown | None) -> str:
    return "summary_large_image" if picture and picture.width >= WIDE else "summary"


def lead_picture(content, request) -> Shown | None:
    """The picture that stands for an item: its lead image, an album's first picture."""
    pictures = getattr(content.aq_base, "pictures", None)
    holder = next(iter(content.pictures()), None) if callable(pictures) else content
    if holder is None or getattr(holder.aq_base, "image", None) is None:
        return None
    images = queryMultiAdapter((holder, request), name="images")
    try:
        # ``pre``: the address is known, the picture itself is made when somebody asks for it
        scale = images.scale("image", scale=SCALE, pre=True)
    except (OSError, ValueError):
        logger.exception("no picture of %s for shared links", "/".join(holder.getPhysicalPath()))
        return None
    if not scale or not scale.width or not scale.height:
        return None
    alt = getattr(holder.aq_base, "image_caption", "") or holder.title or ""
    return Shown(scale.url, int(scale.width), int(scale.height), alt)


def summary(content) -> str:
    """The item's summary, else the beginning of its text, cut between words."""
    words = " ".join((getattr(content, "description", "") or "").split()) or plain_text(content)
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rpartition(" ")[0].rstrip(",;:. ") + "…"


def published_at(content) -> str:
    """ISO 8601 in the time of Viet Nam; ``""`` before publication."""
    date = content.effective()
    return "" if date.year() <= NEVER else _iso(date)


def modified_at(content) -> str:
    return _iso(content.modified())


def _iso(date) -> str:
    # through UTC: DateTime gives the zone of Viet Nam as it was before 1906, +07:07
    return date.toZone("UTC").asdatetime().astimezone(ZONE).isoformat(timespec="seconds")
