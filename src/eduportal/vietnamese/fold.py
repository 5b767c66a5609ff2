"""Letters with and without their marks."""

import re
import unicodedata

FIRST_MARK = "\u0300"
LAST_MARK = "\u036f"


def nfc(text: str) -> str:
    """The one form in which text is stored: each letter composed with its marks."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case without marks: ``Đồng Hới`` and ``DONG HOI`` both give ``dong hoi``.

    đ has no decomposition in Unicode, so it is replaced by hand.
    """
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in decomposed if not FIRST_MARK <= char <= LAST_MARK)
    return unicodedata.normalize("NFC", bare.replace("đ", "d"))


def slug(text: str) -> str:
    """Words for an address: ``Trường THPT Trần Phú`` gives ``truong-thpt-tran-phu``."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))
