"""Where kept pages stand: as many as fit, the ones not asked for longest go first."""

from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from eduportal.server.front.answer import Answer
from eduportal.server.front.compression import accepts_gzip
from eduportal.server.front.compression import is_for_all
from eduportal.server.front.compression import packed
from eduportal.server.front.question import Recipe
from hashlib import blake2b
import threading

OVERHEAD = 3000
"""Bytes that a page takes beside its bodies: key, headers, records."""
NOT_KEPT = frozenset({"content-length", "date", "etag", "expires", "x-powered-by"})


@dataclass
class Page:
    """A finished page in the two forms it goes out in.

    ``state`` is where the main database stood when the page was last found to be true.
    """

    recipe: Recipe
    state: bytes | None
    etag: str
    plain: tuple[list[tuple[str, str]], bytes]
    small: tuple[list[tuple[str, str]], bytes] | None

    @classmethod
    def of(cls, answer: Answer, recipe: Recipe, state: bytes | None) -> "Page":
        # of the body alone: a page made anew that reads as before need not be sent again
        etag = f'W/"{blake2b(answer.body, digest_size=12).hexdigest()}"'
        kept = Answer(
            answer.status,
            [pair for pair in answer.headers if pair[0].lower() not in NOT_KEPT],
            answer.body,
        )
        kept.headers += [("ETag", etag)]
        for_all = is_for_all(kept)
        if for_all:
            kept.add_vary("Accept-Encoding")
        small = None
        if for_all:
            body = packed(answer.body)
            headers = [*kept.headers, ("Content-Encoding", "gzip")]
            small = ([*headers, ("Content-Length", str(len(body)))], body)
        plain = ([*kept.headers, ("Content-Length", str(len(answer.body)))], answer.body)
        return cls(recipe, state, etag, plain, small)

    @property
    def size(self) -> int:
        return OVERHEAD + len(self.plain[1]) + (len(self.small[1]) if self.small else 0)

    def sent(self, environ: dict, start_response: Callable, new: bool = False) -> Iterable[bytes]:
        """The page in the form the browser takes, or 304 where it has it already."""
        headers, body = self.small if self.small and accepts_gzip(environ) else self.plain
        headers = [*headers, ("X-Page-Memory", "new" if new else "kept")]
        if self._is_there(environ.get("HTTP_IF_NONE_MATCH", "")):
            bodiless = ("content-length", "content-encoding", "content-type")
            start_response(
                "304 Not Modified", [pair for pair in headers if pair[0].lower() not in bodiless]
            )
            return []
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _is_there(self, known: str) -> bool:
        return bool(known) and (known.strip() == "*" or self.etag[2:] in known)


class Shelf:
    """Pages by what was asked for, together at most ``most`` bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        self.pages: OrderedDict[tuple[str, ...], Page] = OrderedDict()
        self.lock = threading.Lock()

    def get(self, key: tuple[str, ...]) -> Page | None:
        with self.lock:
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
            return page

    def put(self, key: tuple[str, ...], page: Page) -> None:
        with self.lock:
            before = self.pages.pop(key, None)
            self.size += page.size - (before.size if before else 0)
            self.pages[key] = page
            while self.size > self.most:
                _key, oldest = self.pages.popitem(last=False)
                self.size -= oldest.size
