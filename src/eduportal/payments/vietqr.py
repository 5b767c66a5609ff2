"""VietQR: what a bank's app reads from the code of one transfer.

EMV QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1, with the parts that
NAPAS added for transfers to an account (VietQR, format 1.5.2): application A000000727, service
QRIBFTTA, currency 704, country VN. Every part is two digits of name, two of length, the value.
"""

from binascii import crc_hqx
import re
import segno

APPLICATION = "A000000727"
TO_ACCOUNT = "QRIBFTTA"
DONG = "704"
ACCOUNT = re.compile(r"[0-9A-Z]{1,19}")
PURPOSE = re.compile(r"[0-9A-Za-z .-]{1,25}")
"""Letters without marks: banks write the purpose into statements that know no others."""
MOST = 499_999_999
"""What one transfer by NAPAS 247 may carry is below 500 million dong."""


def payload(bin: str, account: str, amount: int, purpose: str, bill: str = "") -> str:
    """The code's text for a transfer of ``amount`` dong; ``ValueError`` names what cannot be."""
    if not re.fullmatch(r"[0-9]{6}", bin):
        raise ValueError(f"a bank's number has six digits: {bin!r}")
    if not ACCOUNT.fullmatch(account):
        raise ValueError(f"an account has 1 to 19 digits or capital letters: {account!r}")
    if not 0 < amount <= MOST:
        raise ValueError(f"an amount is between 1 and {MOST} dong: {amount}")
    if not PURPOSE.fullmatch(purpose):
        raise ValueError(f"a purpose has 1 to 25 letters without marks: {purpose!r}")
    more = _part("08", purpose)
    text = "".join(
        (
            _part("00", "01"),
            _part("01", "12"),  # made for one payment
            _part("38", _receiver(bin, account)),
            _part("53", DONG),
            _part("54", str(amount)),
            _part("58", "VN"),
            _part("62", _part("01", bill) + more if bill else more),
            "6304",
        )
    )
    return text + checksum(text)


def checksum(text: str) -> str:
    """CRC-16/CCITT-FALSE of everything before it, its own name and length included: four digits."""
    return f"{crc_hqx(text.encode('ascii'), 0xFFFF):04X}"


def picture(text: str) -> str:
    """The code as an SVG element with a quiet zone; the page says beside it what it holds."""
    code = segno.make(text, error="m", micro=False)
    return code.svg_inline(scale=4, border=4, dark="#000", light="#fff", omitsize=True)


def _receiver(bin: str, account: str) -> str:
    bank = _part("00", bin) + _part("01", account)
    return _part("00", APPLICATION) + _part("01", bank) + _part("02", TO_ACCOUNT)


def _part(name: str, value: str) -> str:
    return f"{name}{len(value):02d}{value}"
