"""Making a published document known: mail to the groups of units, the parent's documents below."""

from eduportal.circulation.downstream import refresh
from eduportal.circulation.share import Share
from eduportal.circulation.share import share
from eduportal.circulation.share import shares

__all__ = ["Share", "refresh", "share", "shares"]
