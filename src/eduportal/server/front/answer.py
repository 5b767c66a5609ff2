"""An application's answer, with its body at hand where that is short enough."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass
class Answer:
    """``body`` is bytes, or what the application gave where that is long or streamed."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes | Iterable[bytes]

    def header(self, name: str) -> str:
        """A header's value, ``""`` where there is none."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), "")

    def set_header(self, name: str, value: str) -> None:
        wanted = name.lower()
        self.headers = [pair for pair in self.headers if pair[0].lower() != wanted]
        self.headers.append((name, value))

    def add_vary(self, name: str) -> None:
        """Say that the answer depends on a header of the request."""
        vary = self.header("Vary")
        if name.lower() not in vary.lower():
            self.set_header("Vary", f"{vary}, {name}" if vary else name)

    def drop_body(self) -> None:
        """For HEAD. Zope's views give a body all the same, and whoever keeps the connection open
        would read it as the answer to the next request."""
        close = getattr(self.body, "close", None)
        if close is not None:
            close()
        self.body = b""

    def send(self, start_response: Callable) -> Iterable[bytes]:
        if isinstance(self.body, bytes):
            start_response(self.status, self.headers)
            return [self.body]
        start_response(self.status, self.headers)
        return self.body


def ask(app: Callable, environ: dict, most: int) -> Answer:
    """The answer of ``app``; its body is read when it is said to be, or lies there, below ``most``
    bytes."""
    told = []

    def start_response(status, headers, exc_info=None):
        told[:] = [status, list(headers)]
        return _write_nothing

    body = app(environ, start_response)
    answer = Answer(*told, body)
    # a streamed body goes on untouched: web servers send files without reading them
    if isinstance(body, (list, tuple)) or 0 < _length(answer) <= most:
        answer.body = b"".join(body)
        if hasattr(body, "close"):
            body.close()
    return answer


def _length(answer: Answer) -> int:
    said = answer.header("Content-Length")
    return int(said) if said.isdigit() else 0


def _write_nothing(data: bytes) -> None:
    raise NotImplementedError("Zope gives its answers as a whole")
