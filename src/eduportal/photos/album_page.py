"""The pages of an album: looking at it, adding pictures, describing them."""

from dataclasses import dataclass
from eduportal import _
from eduportal.photos.adding import MOST
from eduportal.photos.adding import Refused
from eduportal.photos.adding import add_pictures
from eduportal.pictures import picture
from eduportal.vietnamese import nfc
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

SIZES = "(max-width: 30rem) 100vw, 18rem"
"""How wide the theme shows a picture of an album."""


@dataclass(frozen=True)
class Shown:
    """A picture as the catalogue knows it; ``alt`` is what it shows, ``caption`` its title.

    ``small`` is HTML, ``large`` an address.
    """

    id: str
    url: str
    small: str
    large: str
    caption: str
    alt: str


def shown(album) -> list[Shown]:
    """The pictures of an album in order; no picture is loaded."""
    brains = api.portal.get_tool("portal_catalog").searchResults(
        portal_type="Image",
        path={"query": "/".join(album.getPhysicalPath()), "depth": 1},
        sort_on="getObjPositionInParent",
    )
    return [_shown(brain) for brain in brains if (brain.image_scales or {}).get("image")]


def _shown(brain) -> Shown:
    image = brain.image_scales["image"][0]
    large = image["scales"].get("huge", image)
    url = brain.getURL()
    alt = brain.Description or brain.Title
    return Shown(
        id=brain.getId,
        url=url,
        small=picture(brain, "preview", sizes=SIZES, alt=alt),
        large=f"{url}/{large['download']}",
        caption=brain.Title,
        alt=alt,
    )


class AlbumView(BrowserView):
    """All pictures, small; each leads to the large one. Works without a script."""

    @cached_property
    def pictures(self) -> list[Shown]:
        return shown(self.context)

    @property
    def taken_on(self) -> str:
        day = self.context.taken_on
        return f"{day:%d/%m/%Y}" if day else ""

    @property
    def may_add(self) -> bool:
        return api.user.has_permission("Add portal content", obj=self.context)

    @property
    def may_describe(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.context)


class AddPictures(BrowserView):
    """``@@add-pictures``: many files at once; what is no picture is named and the rest kept."""

    page_heading = _("Add pictures")

    most = MOST
    refused: tuple[Refused, ...] = ()
    added = 0
    sentence = ""

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            uploads = self._uploads()
            if not uploads:
                self.sentence = _("Choose one or more pictures first.")
                return self.index()
            self.added, self.refused = add_pictures(self.context, uploads)
            if not self.refused:
                message = _(
                    "pictures_added",
                    default="Pictures added: ${count}.",
                    mapping={"count": self.added},
                )
                api.portal.show_message(message, self.request)
                self.request.response.redirect(f"{self.context.absolute_url()}/@@picture-texts")
                return ""
        return self.index()

    def _uploads(self) -> list:
        found = self.request.form.get("pictures", [])
        found = found if isinstance(found, list) else [found]
        return [one for one in found if getattr(one, "filename", "")]


class PictureTexts(BrowserView):
    """``@@picture-texts``: caption and description of every picture, on one page."""

    page_heading = _("Describe the pictures")

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._save()
            api.portal.show_message(_("The texts of the pictures were saved."), self.request)
            self.request.response.redirect(f"{self.context.absolute_url()}/view")
            return ""
        return self.index()

    @cached_property
    def pictures(self) -> list[Shown]:
        return shown(self.context)

    def description(self, picture: Shown) -> str:
        """What the editor has written, without the caption that stands in for it."""
        return "" if picture.alt == picture.caption else picture.alt

    def _save(self) -> None:
        form = self.request.form
        for image in self.context.pictures():
            name = image.getId()
            if f"caption-{name}" not in form:
                continue
            title = nfc(str(form[f"caption-{name}"])).strip() or image.title
            description = nfc(str(form.get(f"alt-{name}", ""))).strip()
            if (title, description) != (image.title, image.description):
                image.title, image.description = title, description
                notify(ObjectModifiedEvent(image))
