"""An album: its pictures are the images inside it and share its state."""

from eduportal import _
from plone.base.interfaces import IImageScalesAdapter
from plone.dexterity.content import Container
from plone.indexer import indexer
from plone.supermodel import model
from zope import schema
from zope.component import queryMultiAdapter
from zope.globalrequest import getRequest
from zope.interface import implementer


class IAlbum(model.Schema):
    """Title, summary and keywords come from plone.dublincore."""

    taken_on = schema.Date(
        title=_("Day of the event"),
        description=_("When the pictures were taken."),
        required=False,
    )


@implementer(IAlbum)
class Album(Container):
    """Made by editors; Mandate item "multimedia-content"."""

    def pictures(self) -> list:
        """The images inside, in order."""
        return [child for child in self.objectValues() if child.portal_type == "Image"]


@indexer(IAlbum)
def image_scales(album: Album) -> dict:
    """The first picture's, so that lists show the album with a cover."""
    for picture in album.pictures():
        if picture.image is None:
            continue
        found = queryMultiAdapter((picture, getRequest()), IImageScalesAdapter)()
        return {"image": [_below(picture.getId(), one) for one in found.get("image", ())]}
    raise AttributeError("image_scales")


def _below(name: str, scales: dict) -> dict:
    """Addresses in the catalogue are relative to the item, here the album."""
    return scales | {
        "download": f"{name}/{scales['download']}",
        "scales": {
            size: one | {"download": f"{name}/{one['download']}"}
            for size, one in scales["scales"].items()
        },
    }
