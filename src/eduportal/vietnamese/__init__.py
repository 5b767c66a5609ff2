"""Vietnamese text: one stored form, comparison without marks, addresses made of words."""

from eduportal.vietnamese.fold import fold
from eduportal.vietnamese.fold import nfc
from eduportal.vietnamese.fold import slug

__all__ = ["fold", "nfc", "slug"]
