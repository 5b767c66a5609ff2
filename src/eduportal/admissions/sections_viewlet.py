"""The portal's seasons in the sections on admission: they exist once, in the Vietnamese tree."""

from eduportal.face.place import Place
from functools import cached_property
from plone import api
from plone.app.layout.viewlets.common import ViewletBase

SECTIONS = ("admission-lookup", "admission-information", "online-registration")


class SeasonsViewlet(Place, ViewletBase):
    """Above what the section itself lists, unless the seasons lie in it and are listed there."""

    def update(self) -> None:
        """Everything is read when the template asks for it."""

    def render(self) -> str:
        if getattr(self.context, "section_id", "") not in SECTIONS or not self.seasons:
            return ""
        return self.index()

    @cached_property
    def seasons(self) -> list[dict]:
        """The newest first, as far as this visitor may see them: ``title``, ``lang``, ``url``."""
        brains = api.portal.get_tool("portal_catalog")(
            portal_type="AdmissionSeason", sort_on="effective", sort_order="descending"
        )
        here = "/".join(self.context.getPhysicalPath())
        return [
            self._season(brain)
            for brain in brains
            if brain.getPath().rpartition("/")[0] != here and brain.review_state == "published"
        ]

    def _season(self, brain) -> dict:
        if self.language != "en":
            return {"title": brain.Title, "lang": None, "url": brain.getURL()}
        return {
            "title": brain.edu_title_en or brain.Title,
            "lang": None if brain.edu_title_en else "vi",
            "url": f"{self.root_url}/@@admission-season?season={brain.UID}",
        }
