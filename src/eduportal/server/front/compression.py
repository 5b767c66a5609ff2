"""gzip, for what everybody may have.

A compressed answer tells by its length what it holds; so an answer to somebody in particular, which
may hold a secret beside words from the address, goes out as it is (the attack is called BREACH).
"""

from collections.abc import Callable
from collections.abc import Iterable
from eduportal.server.front.answer import Answer
from eduportal.server.front.answer import ask
from eduportal.server.front.question import is_somebodys
import gzip

LEVEL = 5
SMALLEST = 500
"""Bytes below which compressing saves no packet."""
LARGEST = 2 * 1024 * 1024
TEXTS = (
    "text/",
    "application/javascript",
    "application/json",
    "application/ld+json",
    "application/rss+xml",
    "application/atom+xml",
    "application/xml",
    "image/svg+xml",
)


def accepts_gzip(environ: dict) -> bool:
    """Whether the visitor's browser unpacks gzip."""
    for offer in environ.get("HTTP_ACCEPT_ENCODING", "").lower().replace(" ", "").split(","):
        coding, _semicolon, quality = offer.partition(";q=")
        if coding == "gzip":
            return quality.strip("0.") != "" or not quality
    return False


def is_for_all(answer: Answer) -> bool:
    """Whether a text may be compressed: long enough, and not said to be anybody's own."""
    control = answer.header("Cache-Control")
    return (
        isinstance(answer.body, bytes)
        and len(answer.body) >= SMALLEST
        and answer.header("Content-Type").startswith(TEXTS)
        and not answer.header("Content-Encoding")
        and not answer.header("Set-Cookie")
        and "no-store" not in control
        and "private" not in control
    )


def packed(body: bytes) -> bytes:
    """The same bytes for the same body: no time of day in it."""
    return gzip.compress(body, LEVEL, mtime=0)


class Compression:
    """WSGI filter around everything else."""

    def __init__(self, app: Callable) -> None:
        self.app = app

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        method = environ["REQUEST_METHOD"]
        candidate = method == "GET" and not is_somebodys(environ)
        wanted = candidate and accepts_gzip(environ)
        answer = ask(self.app, environ, LARGEST)
        if method == "HEAD":
            answer.drop_body()
        if candidate and is_for_all(answer):
            answer.add_vary("Accept-Encoding")
            if wanted:
                answer.body = packed(answer.body)
                answer.set_header("Content-Encoding", "gzip")
                answer.set_header("Content-Length", str(len(answer.body)))
        return answer.send(start_response)


def factory(app: Callable, _global_conf: dict) -> Callable:
    """What ``paste.filter_app_factory`` asks for."""
    return Compression(app)
