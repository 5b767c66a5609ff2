"""A JPEG without what it tells besides the picture, byte for byte the same picture.

ISO/IEC 10918-1: a file is a row of segments (FF, marker, length, data) up to the first scan; a
scan's data run until a marker that is neither FF00 nor a restart (FFD0-FFD7).
"""

import re

START = b"\xff\xd8"
END = b"\xff\xd9"
SCAN = 0xDA
COMMENT = 0xFE
APPLICATIONS = range(0xE0, 0xF0)
JFIF, ICC, ADOBE = 0xE0, 0xE2, 0xEE
NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def without_metadata(data: bytes) -> bytes:
    """Drops EXIF, XMP, IPTC, comments, maker's segments, and whatever follows the picture.

    Kept are JFIF, the colour profile and Adobe's colour transform: without them it looks different.
    ValueError where the file is broken.
    """
    if not data.startswith(START):
        raise ValueError("no JPEG")
    parts, place = [START], 2
    while True:
        place = _skip_fill(data, place)
        marker, begin = data[place + 1], place
        if data[begin : begin + 2] == END:
            return b"".join([*parts, END])
        length = int.from_bytes(data[begin + 2 : begin + 4], "big")
        end = begin + 2 + length
        if length < 2 or end > len(data):
            raise ValueError("broken segment")
        if marker == SCAN:
            found = NEXT_MARKER.search(data, end)
            # a picture cut short by a bad upload shows as far as it came, and stays recognisable
            end = found.start() if found else len(data)
            parts.append(data[begin:end])
            if found is None:
                return b"".join(parts)
        elif not _tells(marker, data[begin + 4 : end]):
            parts.append(data[begin:end])
        place = end


def _skip_fill(data: bytes, place: int) -> int:
    """A marker may be preceded by any number of FF."""
    if data[place : place + 1] != b"\xff":
        raise ValueError("no marker")
    while data[place + 1 : place + 2] == b"\xff":
        place += 1
    if place + 2 > len(data):
        raise ValueError("cut short")
    return place


def _tells(marker: int, content: bytes) -> bool:
    """Whether a segment says something that the picture does not need."""
    if marker == COMMENT:
        return True
    if marker not in APPLICATIONS:
        return False
    if marker == JFIF:
        return not content.startswith(b"JFIF\x00")  # JFXX holds a second, smaller picture
    if marker == ICC:
        return not content.startswith(b"ICC_PROFILE\x00")
    return not (marker == ADOBE and content.startswith(b"Adobe"))
