"""Amounts of dong in figures and in words, Vietnamese and English, as on a voucher."""

UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
THOUSANDS = ("", "nghìn", "triệu", "tỷ")
ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
POWERS = ("", "thousand", "million", "billion")
MOST = 10**12 - 1


def figures(amount: int, language: str = "vi") -> str:
    """``"1.250.000 đồng"``, ``"VND 1,250,000"``."""
    grouped = f"{amount:,}"
    return f"VND {grouped}" if language == "en" else f"{grouped.replace(',', '.')} đồng"


def words(amount: int, language: str = "vi") -> str:
    """``"Một triệu hai trăm năm mươi nghìn đồng"``; a sentence's beginning."""
    if not 0 <= amount <= MOST:
        raise ValueError(f"an amount is between 0 and {MOST} dong: {amount}")
    text = _english(amount) + " dong" if language == "en" else _vietnamese(amount) + " đồng"
    return text[0].upper() + text[1:]


def _groups(amount: int) -> list[tuple[int, int]]:
    """The number by thousands, the highest first, each with its power; empty ones left out."""
    found = []
    power = 0
    while amount:
        amount, rest = divmod(amount, 1000)
        found.append((rest, power))
        power += 1
    return [one for one in reversed(found) if one[0]]


def _vietnamese(amount: int) -> str:
    if amount == 0:
        return UNITS[0]
    parts = []
    for place, (group, power) in enumerate(_groups(amount)):
        parts.append(_three(group, full=place > 0))
        parts.append(THOUSANDS[power])
    return " ".join(part for part in parts if part)


def _three(group: int, full: bool) -> str:
    """Three digits; ``full`` says the hundreds even where there are none."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    said = [f"{UNITS[hundreds]} trăm"] if hundreds or full else []
    if tens == 0:
        if ones:
            said.append(f"linh {UNITS[ones]}" if said else UNITS[ones])
    else:
        said.append("mười" if tens == 1 else f"{UNITS[tens]} mươi")
        if ones:
            said.append(_last(tens, ones))
    return " ".join(said)


def _last(tens: int, ones: int) -> str:
    if ones == 1 and tens > 1:
        return "mốt"
    return "lăm" if ones == 5 else UNITS[ones]


def _english(amount: int) -> str:
    if amount == 0:
        return ONES[0]
    parts = [f"{_hundreds(group)} {POWERS[power]}".strip() for group, power in _groups(amount)]
    return " ".join(parts)


def _hundreds(group: int) -> str:
    hundreds, rest = divmod(group, 100)
    said = [f"{ONES[hundreds]} hundred"] if hundreds else []
    tens, ones = divmod(rest, 10)
    if tens > 1:
        said.append(f"{TENS[tens - 2]}-{ONES[ones]}" if ones else TENS[tens - 2])
    elif tens == 1:
        said.append(TEENS[ones])
    elif ones:
        said.append(ONES[ones])
    return " and ".join(said)
