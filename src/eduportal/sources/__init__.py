"""Who wrote an item, where a reposted one comes from, and whether its links may be trusted."""

from eduportal.sources.attribution import attribution
from eduportal.sources.free_hosts import warnings

__all__ = ["attribution", "warnings"]
