"""What a service's values must be like."""

from datetime import UTC
from datetime import datetime
from eduportal import _
from urllib.parse import urlsplit
from zope.schema import ValidationError


class NoWebAddress(ValidationError):
    """A validation error and no other: REST answers it with 400."""

    def doc(self):
        return _("Give an address that begins with https://")


def is_web_address(value: str) -> bool:
    """Only http and https: what an editor types becomes a link that citizens press."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise NoWebAddress(value)
    return True


def aware(moment: datetime) -> datetime:
    """Over REST a moment without a zone arrives in UTC."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
