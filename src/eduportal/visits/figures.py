"""What is shown of the visits: four numbers, all of them visits and not page views."""

from typing import NamedTuple


class Figures(NamedTuple):
    """``online``: visitors of the last five minutes; the others are visits, ``total`` with the
    number that an administrator brought along from an older site."""

    online: int = 0
    today: int = 0
    month: int = 0
    total: int = 0


def shown(number: int, language: str) -> str:
    """``1.234.567`` in Vietnamese, ``1,234,567`` in English."""
    text = f"{number:,}"
    return text if language == "en" else text.replace(",", ".")
