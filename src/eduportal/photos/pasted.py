"""Pictures that were pasted into a text as ``data:`` addresses."""

from base64 import b64decode
from base64 import b64encode
from binascii import Error
from eduportal.photos.metadata import UnreadablePicture
from eduportal.photos.metadata import bare
from urllib.parse import unquote_to_bytes
import re

DATA = re.compile(r"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=%\s]+)")


def without_metadata(markup: str) -> str:
    """The same text with bare pictures; one that cannot be read is taken out."""
    return DATA.sub(_bare, markup)


def _bare(found: re.Match) -> str:
    try:
        data = b64decode(unquote_to_bytes(found[1]))
        picture = bare(data)
    except (Error, ValueError, UnreadablePicture):
        return "data:,"
    if picture is None or picture.data == data:
        return found[0]
    return f"data:{picture.type};base64,{b64encode(picture.data).decode()}"
