"""The instance's mail settings: one file, ``$VAR/mail.toml``, for all its portals.

host = "mail.tinhmau.edu.vn"    # without a host nothing is sent: mails stay in the queue
port = 587
user = "cong@tinhmau.edu.vn"
password = "…"
tls = "starttls"                # "none", "starttls" or "ssl"
sender_domain = "tinhmau.edu.vn"  # for units that have no mailbox
per_minute = 60
base_url = "https://cong.tinhmau.edu.vn"  # where portals without a host of their own are reached
"""

from dataclasses import dataclass
from dataclasses import fields
from pathlib import Path
from typing import Any
import os
import tomllib

TLS = ("none", "starttls", "ssl")


class MailSettingsError(Exception):
    """``mail.toml`` cannot be used as it is; the message says why, in Vietnamese and English."""

    def __init__(self, path: Path, vi: str, en: str) -> None:
        self.vi = f"{path}: {vi}"
        self.en = f"{path}: {en}"
        super().__init__(f"{self.vi}\n{self.en}")


@dataclass(frozen=True)
class MailSettings:
    """Where mail goes and how fast; without ``host`` the queue is a sink that keeps it."""

    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    tls: str = "none"
    sender_domain: str = ""
    per_minute: int = 60
    base_url: str = ""


def location() -> Path:
    """``mail.toml`` in ``$VAR``, or in ``instance/var`` below the present folder."""
    return Path(os.environ.get("VAR") or "instance/var") / "mail.toml"


def load(path: Path | None = None) -> MailSettings:
    """The settings in ``path``; those of a sink where the file is missing."""
    path = path or location()
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return MailSettings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MailSettingsError(
            path, f"không phải tệp TOML hợp lệ ({error}).", f"is not valid TOML ({error})."
        ) from error
    _check(path, entries)
    return MailSettings(**entries)


def _check(path: Path, entries: dict[str, Any]) -> None:
    allowed = {field.name: field.type for field in fields(MailSettings)}
    names = ", ".join(allowed)
    for name, value in entries.items():
        if name not in allowed:
            raise MailSettingsError(
                path,
                f"không có khóa “{name}”. Các khóa dùng được: {names}.",
                f"there is no key “{name}”. Allowed: {names}.",
            )
        if type(value) is not allowed[name]:
            kind = allowed[name].__name__
            raise MailSettingsError(
                path,
                f"“{name}” phải có kiểu {kind}, không phải {value!r}.",
                f"“{name}” must be of type {kind}, not {value!r}.",
            )
    if entries.get("tls", "none") not in TLS:
        raise MailSettingsError(
            path,
            f"tls là “{entries['tls']}”, chỉ nhận: {', '.join(TLS)}.",
            f"tls is “{entries['tls']}”, allowed: {', '.join(TLS)}.",
        )
    if entries.get("per_minute", 1) < 1 or not 0 < entries.get("port", 1) < 65536:
        raise MailSettingsError(
            path,
            "per_minute phải từ 1 trở lên, port từ 1 đến 65535.",
            "per_minute must be at least 1, port between 1 and 65535.",
        )
