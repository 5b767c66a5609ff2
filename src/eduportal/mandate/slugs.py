"""Short names for addresses, folded from Vietnamese or English titles."""

import re
import unicodedata


def fold(title: str) -> str:
    """“Thủ tục - Biểu mẫu” → “thu-tuc-bieu-mau”."""
    # đ has no decomposition, unlike every other marked Vietnamese letter.
    plain = title.lower().replace("đ", "d")
    decomposed = unicodedata.normalize("NFD", plain)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
