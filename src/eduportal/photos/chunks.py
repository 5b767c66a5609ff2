"""PNG and WebP without what they tell besides the picture; the picture stays byte for byte."""

from zlib import crc32

PNG = b"\x89PNG\r\n\x1a\n"
PNG_DROPPED = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
WEBP_DROPPED = frozenset({b"EXIF", b"XMP "})
HAS_EXIF, HAS_XMP = 0b1000, 0b0100


def is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def png_without_metadata(data: bytes) -> bytes:
    """Whatever follows the end chunk goes as well. ValueError where the file is broken."""
    if not data.startswith(PNG):
        raise ValueError("no PNG")
    parts, place = [PNG], len(PNG)
    while place < len(data):
        length = int.from_bytes(data[place : place + 4], "big")
        name, end = data[place + 4 : place + 8], place + 12 + length
        if end > len(data) or crc32(data[place + 4 : end - 4]) != int.from_bytes(
            data[end - 4 : end], "big"
        ):
            raise ValueError("broken chunk")
        if name not in PNG_DROPPED:
            parts.append(data[place:end])
        if name == b"IEND":
            return b"".join(parts)
        place = end
    raise ValueError("no end")


def webp_without_metadata(data: bytes) -> bytes:
    """ValueError where the file is broken."""
    if not is_webp(data):
        raise ValueError("no WebP")
    limit = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    parts, place = [], 12
    while place + 8 <= limit:
        name, length = (
            data[place : place + 4],
            int.from_bytes(data[place + 4 : place + 8], "little"),
        )
        end = place + 8 + length + length % 2
        if end > limit + 1:
            raise ValueError("broken chunk")
        chunk = data[place:end].ljust(end - place, b"\0")
        if name == b"VP8X" and length:
            chunk = chunk[:8] + bytes([chunk[8] & ~(HAS_EXIF | HAS_XMP)]) + chunk[9:]
        if name not in WEBP_DROPPED:
            parts.append(chunk)
        place = end
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body
