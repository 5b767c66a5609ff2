"""Albums and video of the unit's own: nothing of another host is embedded."""

from dataclasses import dataclass
from eduportal import _
from eduportal.face.pages.entries import entries
from eduportal.home.blocks.listing import Listing
from eduportal.home.contents import newest
from eduportal.home.contents import path_of
from eduportal.home.contents import sections
from eduportal.home.options import IHeading
from eduportal.pictures import picture
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema

LOOKED_AT = 40
PLAYED = ("video/mp4", "video/webm", "video/ogg")
"""What browsers play by themselves; others are links to the file's page."""


class IAlbumsOptions(IHeading):
    """How many."""

    count = schema.Int(title=_("How many are shown"), min=1, max=12, default=4)


@dataclass(frozen=True)
class Cover:
    title: str
    url: str
    picture: str


class Albums(Listing):
    """The newest albums that have a picture."""

    all_told = True
    title = _("Photo albums")
    options = IAlbumsOptions
    section_id = "photos-videos"
    types = "Album"
    more_title = _("All albums")
    covers: list[Cover] = []

    body = ViewPageTemplateFile("albums.pt")

    def update(self) -> None:
        found = newest(LOOKED_AT, portal_type=self.types, path=self.root_path)
        found = [brain for brain in found if (brain.image_scales or {}).get("image")]
        found = found[: self.settings["count"]]
        lines = entries(found, self.language)
        self.covers = [
            Cover(
                line.title,
                line.url,
                picture(brain, "preview", sizes="(min-width: 36em) 18rem, 50vw"),
            )
            for line, brain in zip(lines, found, strict=True)
        ]

    @property
    def available(self) -> bool:
        return bool(self.covers)


class IVideoOptions(IHeading):
    """How many."""

    count = schema.Int(title=_("How many are shown"), min=1, max=10, default=3)


class Video(Listing):
    """The newest video file is played here when asked; the others, and links, lead to their page.

    Nothing of a film is fetched before somebody starts it.
    """

    all_told = True
    title = _("Video")
    options = IVideoOptions
    section_id = "photos-videos"
    more_title = _("All photos and videos")
    film = None

    body = ViewPageTemplateFile("video.pt")

    def update(self) -> None:
        known = sections(self)
        homes = [path_of(self, known[one]) for one in ("photos-videos", "webcasts") if one in known]
        if not homes:
            return
        found = newest(LOOKED_AT, portal_type=("File", "Link"), path=homes)
        videos = [brain for brain in found if _is_video(brain)][: self.settings["count"]]
        lines = entries(videos, self.language)
        if videos and videos[0].mime_type in PLAYED:
            self.film = {
                "title": lines[0].title,
                "page": lines[0].url,
                "src": f"{videos[0].getURL()}/@@download/file",
                "type": videos[0].mime_type,
                "lang": self.lang(lines[0]),
            }
            lines = lines[1:]
        self.lines = lines

    @property
    def available(self) -> bool:
        return bool(self.film or self.lines)


def _is_video(brain) -> bool:
    return brain.portal_type == "Link" or str(brain.mime_type or "").startswith("video/")
