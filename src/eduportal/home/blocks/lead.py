"""The lead stories as pictures one passes through."""

from dataclasses import dataclass
from eduportal import _
from eduportal.face.pages.entries import entries
from eduportal.home.block import Block
from eduportal.home.contents import newest
from eduportal.home.options import IFive
from eduportal.pictures import picture
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope import schema

LOOKED_AT = 40
"""Of so many newest news, those with a picture: the catalogue cannot be asked for pictures."""

SIZES = "(min-width: 62em) 40rem, 100vw"
SCALE = "large"


class ILeadOptions(IFive):
    """Which stories, and how they pass."""

    keyword = schema.TextLine(
        title=_("Only news with this keyword"),
        description=_("For example “Tiêu điểm”. Empty: the newest news that have a picture."),
        required=False,
        max_length=100,
    )
    moving = schema.Bool(
        title=_("Pass by themselves"),
        description=_(
            "Every eight seconds, with a button to stop; never for readers whose device asks for "
            "less motion."
        ),
        required=False,
        default=False,
    )


@dataclass(frozen=True)
class Slide:
    """``picture`` is HTML; the title stands below it, so its alternative text is empty."""

    title: str
    url: str
    date: str
    picture: str


class Lead(Block):
    """A list that scrolls sideways; a script adds buttons and, where wished, the passing."""

    kept = True
    all_told = True
    title = _("Lead stories")
    where = ("middle", "wide")
    options = ILeadOptions
    hidden_heading = True
    slides: list[Slide] = []

    body = ViewPageTemplateFile("lead.pt")

    def update(self) -> None:
        query = {"portal_type": "News Item", "path": self.root_path}
        if self.settings["keyword"]:
            query["Subject"] = self.settings["keyword"].strip()
        found = [
            brain for brain in newest(LOOKED_AT, **query) if (brain.image_scales or {}).get("image")
        ]
        found = found[: self.settings["count"]]
        lines = entries(found, self.language)
        self.slides = [
            Slide(line.title, line.url, line.date, self._picture(brain, first=not place))
            for place, (line, brain) in enumerate(zip(lines, found, strict=True))
        ]

    @property
    def available(self) -> bool:
        return bool(self.slides)

    def _picture(self, brain, first: bool) -> str:
        """The first is the largest thing in the first view: it must not wait."""
        return picture(brain, SCALE, sizes=SIZES, lazy=not first, priority=first)
