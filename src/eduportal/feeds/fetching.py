"""Getting one feed: bounded in time and size, from an address that was looked at."""

from eduportal.feeds.addresses import Allowed
from eduportal.feeds.addresses import FeedError
from eduportal.feeds.addresses import resolve
from eduportal.feeds.addresses import split
from threading import Timer
from typing import NamedTuple
from urllib.parse import quote
from urllib.parse import urljoin
import contextlib
import http.client
import socket
import ssl
import time
import zlib

SECONDS = 20
"""For everything, redirects included; a server that sends a byte now and then gains nothing."""
MOST_BYTES = 2 * 1024 * 1024
MOST_REDIRECTS = 3
KEPT = "%/:=&?~+!$,;'@()*[]"
"""Characters of an address that stay as they are."""
REDIRECTS = (301, 302, 303, 307, 308)
AGENT = "eduportal-feeds/1 (+RSS reader of a Vietnamese education portal)"
ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8"


class Answer(NamedTuple):
    """``body`` is None where the server says that nothing has changed."""

    body: bytes | None
    address: str
    etag: str = ""
    modified: str = ""


def fetch(
    address: str, etag: str, modified: str, allow: Allowed, seconds: float = SECONDS
) -> Answer:
    """The feed at ``address``, or a ``FeedError``; ``etag``, ``modified`` are of the copy kept."""
    deadline = time.monotonic() + seconds
    running: list[socket.socket] = []
    late = Timer(seconds, _hang_up, (running,))
    late.daemon = True
    late.start()
    try:
        for _hop in range(MOST_REDIRECTS + 1):
            if time.monotonic() >= deadline:
                raise FeedError("late")
            answer = _ask(address, etag, modified, allow, seconds, running)
            if isinstance(answer, Answer):
                # what was hung up on looks like a short answer
                if _reason(deadline, ""):
                    raise FeedError("late")
                return answer
            address = urljoin(address, answer)
        raise FeedError("redirects")
    except ssl.SSLError:
        raise FeedError(_reason(deadline, "certificate")) from None
    except (OSError, http.client.HTTPException, zlib.error, ValueError):
        raise FeedError(_reason(deadline, "connection")) from None
    finally:
        late.cancel()


def _ask(
    address: str,
    etag: str,
    modified: str,
    allow: Allowed,
    seconds: float,
    running: list[socket.socket],
) -> Answer | str:
    """An answer, or where the server sends us on to; that is looked at like the first address."""
    parts = split(address)
    place = resolve(parts, allow)
    host = parts.hostname.encode("idna").decode()
    connection = http.client.HTTPConnection(host, place[1], timeout=seconds)
    with contextlib.closing(connection):
        connection.sock = socket.create_connection(place, timeout=seconds)
        running.append(connection.sock)
        if parts.scheme == "https":
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=host)
            running.append(connection.sock)
        headers = {
            "Host": host if parts.port is None else f"{host}:{parts.port}",
            "User-Agent": AGENT,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        connection.request("GET", quote(path, safe=KEPT), headers=headers)
        with connection.getresponse() as response:
            if response.status in REDIRECTS and response.getheader("Location"):
                return response.getheader("Location")
            if response.status == 304:
                return Answer(None, address, etag, modified)
            if response.status != 200:
                raise FeedError(f"status-{response.status}")
            body = _bounded(response)
            kept = (response.getheader("ETag", ""), response.getheader("Last-Modified", ""))
            return Answer(body, address, *kept)


def _reason(deadline: float, otherwise: str) -> str:
    return "late" if time.monotonic() >= deadline - 0.05 else otherwise


def _bounded(response: http.client.HTTPResponse) -> bytes:
    body = response.read(MOST_BYTES + 1)
    if response.getheader("Content-Encoding", "").lower() == "gzip":
        body = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(body, MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise FeedError("large")
    return body


def _hang_up(running: list[socket.socket]) -> None:
    for one in running:
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
