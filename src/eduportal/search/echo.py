"""What of a visitor's words may be shown again.

Search pages of public offices are fed by address with advertisements, so that the office's domain
recommends them. What looks like an address or a telephone number is searched, but not repeated.
"""

import re
import unicodedata

LONGEST = 120
"""Letters; a longer text is no search."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}:/|www\W", re.IGNORECASE)
HANDLE = re.compile(r"@\s*\w")
TELEPHONE = re.compile(r"(?<![\w.])(?:\+|00|0)\d(?:[ .-]?\d){7,}(?!\w)")
SPELLED_DOT = re.compile(r"[\[({]\s*(?:dot|chấm|cham|\.)\s*[\])}]", re.IGNORECASE)
DOMAIN = re.compile(r"([^\W_](?:[\w-]*[^\W_])?)(\s?[.。]\s?)([a-z]{2,24})(?![\w.])", re.IGNORECASE)
# TP.HCM, ThS.Lan, Q.Ba: abbreviations that people write with a dot and without a space.
ABBREVIATION = re.compile(
    r"bs|cn|cv|dr|gs|gv|h|hs|ks|mrs?|nd|ng|pg?s?|q|qd|st|ths?|t[pstx]?|ttr|vd|x", re.IGNORECASE
)
# With a space at the dot these alone: "học sinh. phụ huynh" is two sentences.
ENDING = re.compile(
    r"app|asia|bet|biz|cc|club|co|com|edu|fun|games?|gov|in(?:fo|k)|io|link|live|me|mobi|net"
    r"|online|org|poker|pro|ru|shop|site|store|tk|top|tv|vip|vn|win|world|xyz",
    re.IGNORECASE,
)
SUSPECTS = (SCHEME, HANDLE, TELEPHONE, SPELLED_DOT)


def shown(typed: str) -> str:
    """``typed`` if it may be repeated in a search box, else ``""``."""
    plain = unicodedata.normalize("NFKC", typed)
    if len(typed) > LONGEST or any(unicodedata.category(char) in ("Cc", "Cf") for char in plain):
        return ""
    suspect = any(pattern.search(plain) for pattern in SUSPECTS)
    suspect = suspect or any(_is_address(*found.groups()) for found in DOMAIN.finditer(plain))
    return "" if suspect else typed


def _is_address(name: str, dot: str, ending: str) -> bool:
    """``abc.com`` and ``abc . com``; neither ``TP.HCM`` nor a sentence's end."""
    if ABBREVIATION.fullmatch(name):
        return False
    return len(dot) == 1 or ENDING.fullmatch(ending) is not None
