"""Pictures that were pasted into a text lie beside it afterwards, like those that were uploaded.

A browser pastes them as ``data:`` addresses, which no reader would see: Plone's filter of unsafe
HTML takes those out of every page.
"""

from Acquisition import aq_parent
from base64 import b64decode
from binascii import Error
from eduportal.photos import metadata
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from Products.CMFCore.interfaces import IFolderish
from urllib.parse import unquote_to_bytes
import re

PASTED = re.compile(
    r"""(<img\b[^>]*?\bsrc=["'])data:image/[\w.+-]+;base64,([A-Za-z0-9+/=%\s]+)""", re.IGNORECASE
)
SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}


def laid_beside(content, markup: str) -> str:
    """The same text, with addresses of images in the folder of ``content``."""
    folder = aq_parent(content)
    if not IFolderish.providedBy(folder):
        return markup

    def address(found: re.Match) -> str:
        try:
            data = b64decode(unquote_to_bytes(found[2]))
        except (Error, ValueError):
            return found[0]
        suffix = SUFFIXES.get(metadata.kind_of(data[:64]))
        if suffix is None:
            return found[0]
        picture = createContentInContainer(
            folder,
            "Image",
            checkConstraints=False,
            title=content.title,
            image=NamedBlobImage(data=data, filename=f"anh.{suffix}"),
        )
        return f"{found[1]}../resolveuid/{picture.UID()}/@@images/image/large"

    return PASTED.sub(address, markup)
