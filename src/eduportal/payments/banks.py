"""The banks that a VietQR code can name, by their NAPAS number (BIN, six digits)."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
import re
import tomllib

DATA = Path(__file__).parent / "data" / "banks.toml"
BIN = re.compile(r"[0-9]{6}")


@dataclass(frozen=True)
class Bank:
    """A bank with the name on its signs and its full Vietnamese name."""

    bin: str
    short: str
    name: str

    @property
    def title(self) -> str:
        return f"{self.short} ({self.name})"


@cache
def banks() -> dict[str, Bank]:
    """By BIN, in the order of their short names."""
    listed = tomllib.loads(DATA.read_text(encoding="utf-8"))["banks"]
    wrong = [number for number in listed if not BIN.fullmatch(number)]
    if wrong:
        raise ValueError(f"{DATA.name}: a BIN has six digits, not {', '.join(wrong)}")
    found = [Bank(number, *names) for number, names in listed.items()]
    return {bank.bin: bank for bank in sorted(found, key=lambda bank: bank.short.casefold())}
