"""Amounts of đồng as people type and read them: ``50.000``."""

import re

THOUSANDS = re.compile(r"\d{1,3}([.,\s]\d{3})+|\d+")
MOST = 1_000_000_000


def read(text: str) -> int | None:
    """The amount that was typed, with or without points, ``đ`` or ``VND``; None for nonsense."""
    digits = re.sub(r"\s*(đ|đồng|vnd|vnđ)$", "", text.strip().lower())
    if not THOUSANDS.fullmatch(digits):
        return None
    amount = int(re.sub(r"\D", "", digits))
    return amount if amount <= MOST else None


def shown(amount: int, language: str) -> str:
    """With the language's mark between thousands."""
    text = f"{amount:,}"
    return text if language == "en" else text.replace(",", ".")
