"""Where a page is: its portal, its language, its unit, each looked up once per request."""

from eduportal.sections import LANGUAGES
from eduportal.units.model import Unit
from eduportal.units.settings import current_unit
from functools import cached_property
from plone import api
from plone.memoize.view import memoize


class Place:
    """Mixed into views and viewlets; needs ``context`` and ``request``."""

    @cached_property
    def portal(self):
        return api.portal.get()

    @cached_property
    def language(self) -> str:
        """``vi`` or ``en``; another language asked for gets Vietnamese."""
        asked = self.request.get("LANGUAGE") or ""
        return asked if asked in LANGUAGES else LANGUAGES[0]

    @cached_property
    def root_url(self) -> str:
        """The language root, also on pages that belong to the portal as a whole."""
        return f"{self.portal.absolute_url()}/{self.language}"

    @cached_property
    def root_path(self) -> str:
        return "/".join((*self.portal.getPhysicalPath(), self.language))

    @property
    @memoize
    def unit(self) -> Unit | None:
        return current_unit()

    @cached_property
    def unit_name(self) -> str:
        unit = self.unit
        if unit is None:
            return self.portal.title
        return name_in(self.language, unit.name, unit.name_en)

    @cached_property
    def anonymous(self) -> bool:
        return api.user.is_anonymous()


def name_in(language: str, vi: str, en: str) -> str:
    """The English name for English pages where there is one."""
    return (en or vi) if language == "en" else vi
