"""Which addresses may be asked for a feed: public servers of the web, and what the owner allows.

A portal's administrator types the address, and the instance stands inside an office's network: it
must not become a way to look at what is in there (server-side request forgery).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from urllib.parse import SplitResult
from urllib.parse import urlsplit
import ipaddress
import socket
import tomllib

PORTS = {"http": 80, "https": 443}
LONGEST = 500
GIVEN_OUT = ipaddress.ip_network("2000::/3")
"""Public IPv6 lies in here; outside are site-local addresses and most that carry an IPv4 one."""
# 6to4, Teredo, its relays: a private address may be inside. IETF's own (a metadata service uses
# one) and documentation, which not every Python calls private.
REFUSED = [
    ipaddress.ip_network(one)
    for one in ("2002::/16", "2001::/32", "192.88.99.0/24", "192.0.0.0/24", "3fff::/20")
]

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class FeedError(Exception):
    """Why there is no feed to be had; ``reason`` is a word of ``reasons.py``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Allowed:
    """Names and networks that may be asked though they are not public, on any port."""

    names: frozenset[str] = frozenset()
    networks: tuple[Network, ...] = field(default=())


def allowed(path: Path) -> Allowed:
    """``allow = ["tinhmau.local", "10.1.2.0/24"]`` in the file; nothing where it is missing."""
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("allow", [])
    except FileNotFoundError:
        return Allowed()
    names, networks = set(), []
    for entry in map(str, entries):
        try:
            networks.append(ipaddress.ip_network(entry, strict=False))
        except ValueError:
            names.add(entry.lower())
    return Allowed(frozenset(names), tuple(networks))


def split(address: str) -> SplitResult:
    """The parts of an address that is one of a feed by its looks."""
    try:
        parts = urlsplit(address)
        whole = parts.scheme in PORTS and parts.hostname and parts.port != 0
    except ValueError:
        whole = False
    if not whole or len(address) > LONGEST or not address.isprintable() or " " in address:
        raise FeedError("address")
    if parts.username is not None or parts.password is not None:
        raise FeedError("address")
    return parts


def resolve(parts: SplitResult, allow: Allowed) -> tuple[str, int]:
    """The one address and port to connect to; asked of the name servers once, so that a second
    answer cannot lead elsewhere (DNS rebinding)."""
    port = parts.port or PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FeedError("unknown-host") from None
    addresses = [one[4][0] for one in found]
    if parts.hostname.lower() not in allow.names:
        for address in addresses:
            if not _is_public(address, port, allow.networks):
                raise FeedError("private")
    return addresses[0], port


def _is_public(address: str, port: int, networks: Sequence[Network]) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    if any(ip in network for network in networks):
        return True
    refused = any(ip in network for network in REFUSED)
    public = ip.is_global and not ip.is_multicast and not refused
    return public and (ip.version == 4 or ip in GIVEN_OUT) and port in PORTS.values()
