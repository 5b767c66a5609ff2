"""What the fonts from before Unicode drew: their signs, as Windows shows them, and the letters.

Two strings stand beside each other: the letters of a row, and the sign of each. The order of tones
is: none, huyền, sắc, hỏi, ngã, nặng. TCVN 5712:1993 (VN3) with its ABC fonts, VNI for Windows, VPS.
"""

import unicodedata

TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")

# Capitals with tones are drawn by a second font (.VnTimeH) from the same signs.
TCVN3_SMALL = {
    "a": "aµ¸¶·¹",
    "ă": "¨»¾¼½Æ",
    "â": "©ÇÊÈÉË",
    "e": "eÌÐÎÏÑ",
    "ê": "ªÒÕÓÔÖ",
    "i": "i×ÝØÜÞ",
    "o": "oßãáâä",
    "ô": "«åèæçé",
    "ơ": "¬êíëìî",
    "u": "uïóñòô",
    "ư": "\u00adõøö÷ù",
    "y": "yúýûüþ",
}
TCVN3_SINGLE = ("đĂÂÊÔƠƯĐ", "®¡¢£¤¥¦§")

# The mark is a sign behind the letter; ơ and ư are signs that take marks, the others take none.
VNI_PLAIN = ("", "ø", "ù", "û", "õ", "ï")
VNI_SHORT = ("ê", "è", "é", "ú", "ü", "ë")
VNI_ROUND = ("â", "à", "á", "å", "ã", "ä")
VNI_MARKED = {
    "a": ("a", VNI_PLAIN),
    "ă": ("a", VNI_SHORT),
    "â": ("a", VNI_ROUND),
    "e": ("e", VNI_PLAIN),
    "ê": ("e", VNI_ROUND),
    "o": ("o", VNI_PLAIN),
    "ô": ("o", VNI_ROUND),
    "ơ": ("ô", VNI_PLAIN),
    "u": ("u", VNI_PLAIN),
    "ư": ("ö", VNI_PLAIN),
    "y": ("y", VNI_PLAIN[:5]),
}
VNI_SINGLE = ("đìíỉĩịỵ", "ñìíæóòî")

VPS_SMALL = {
    "a": "aàáäãå",
    "ă": "æ¢¡£¤¥",
    "â": "âÀÃÄÅÆ",
    "e": "eèéÈëË",
    "ê": "êŠ‰‹ÍŒ",
    "i": "iìíÌïÎ",
    "o": "oòóÕõ†",
    "ô": "ôÒÓ°‡¶",
    "ơ": "Ö©§ª«®",
    "u": "uùúûÛø",
    "ư": "ÜØÙº»¿",
    "y": "yÿš›Ïœ",
}
VPS_SINGLE = (
    "đĐÀÁẢÃĂẰẮẲÂẦẤẨÈÉẺẼÊỀẾỂỄÌÍỈĨÒÓỎÕÔỒỐỔỖƠỜỚỞỠÙÚỦŨƯỪỨỬỲÝỶỸ",
    "Çñ€Á\x81‚ˆŽ\x8d\x8fÂ„ƒ…×ÉÞþÊ“\x90”•µ´·¸¼¹½¾Ô—–˜™÷ž\x9dŸ¦¨ÚÑ¬Ð¯\u00ad±²Ýý³",
)


def tcvn3() -> dict[str, str]:
    """Sign to letter; what stands for itself is left out."""
    return _different(_rows(TCVN3_SMALL) | _single(TCVN3_SINGLE))


def vni() -> dict[str, str]:
    """The same, where a sign may be two: ``aù``, in capitals ``AÙ``, and ``Aù`` as some typed."""
    table = _single(VNI_SINGLE)
    for letter, (base, marks) in VNI_MARKED.items():
        table |= {
            base + mark: _composed(letter, t)
            for mark, t in zip(marks, TONES[: len(marks)], strict=True)
        }
    capitals = {sign.upper(): letter.upper() for sign, letter in table.items()}
    mixed = {sign[0].upper() + sign[1:]: letter.upper() for sign, letter in table.items()}
    return _different(mixed | capitals | table)


def vps() -> dict[str, str]:
    """The same; a sign of Windows-1252 that a program took for Latin-1 is a control character."""
    table = _rows(VPS_SMALL) | _single(VPS_SINGLE)
    controls = {
        sign.encode("cp1252").decode("latin-1"): letter
        for sign, letter in table.items()
        if ord(sign) > 0xFF
    }
    return _different(table | controls)


def _rows(rows: dict[str, str]) -> dict[str, str]:
    return {
        sign: _composed(vowel, tone)
        for vowel, signs in rows.items()
        for sign, tone in zip(signs, TONES, strict=True)
    }


def _single(pair: tuple[str, str]) -> dict[str, str]:
    letters, signs = pair
    return dict(zip(signs, letters, strict=True))


def _composed(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


def _different(table: dict[str, str]) -> dict[str, str]:
    return {sign: letter for sign, letter in table.items() if sign != letter}
