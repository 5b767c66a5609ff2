"""Which address search engines keep, and where the same page is in the other language."""

from eduportal.face.frame.switch import other_language
from eduportal.sharing.own_page import OwnPage
from html import escape
from plone.app.layout.viewlets.common import ViewletBase
from plone.app.multilingual.interfaces import ITG
from plone.base.interfaces import INavigationRoot
from plone.base.interfaces import IPloneSiteRoot

FIRST = "vi"
"""Shown to readers of any third language."""


class Canonical(OwnPage, ViewletBase):
    """Plone names the item on every page upon it, so a search would be known as the home page."""

    def render(self) -> str:
        return f'<link rel="canonical" href="{escape(self.address)}">' if self.address else ""


class OtherLanguages(OwnPage, ViewletBase):
    """``hreflang`` for a page and its translation; nothing where there is none."""

    def render(self) -> str:
        return "".join(
            f'<link rel="alternate" hreflang="{language}" href="{escape(url)}">'
            for language, url in self.versions
        )

    @property
    def versions(self) -> list[tuple[str, str]]:
        """Language and address; a record of a register exists once and has no other version."""
        if not self.address or "?" in self.address or not self._translatable():
            return []
        other = other_language(self.context, self.request, self.portal, self.language)
        if other.note:
            return []
        both = {self.language: self.address, other.language: other.url}
        return [*sorted(both.items()), ("x-default", both[FIRST])]

    def _translatable(self) -> bool:
        if IPloneSiteRoot.providedBy(self.context):
            return False
        return INavigationRoot.providedBy(self.context) or bool(ITG(self.context, None))


class Robots(OwnPage, ViewletBase):
    """Forms, searches and what only members use stay out of search engines.

    A search for an advert would otherwise be kept under the unit's name (search spam).
    """

    def update(self) -> None:
        super().update()
        if not self.indexed:
            self.request.response.setHeader("X-Robots-Tag", "noindex, nofollow")

    def render(self) -> str:
        return "" if self.indexed else '<meta name="robots" content="noindex, nofollow">'
