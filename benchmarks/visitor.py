"""Visitors of a web server: one at a time, or several at once. No library: it would be slower."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
import json
import selectors
import socket
import subprocess
import sys
import time


@dataclass
class Answer:
    """``seconds`` from the request's first byte to the answer's last."""

    status: int
    headers: dict[str, str]
    length: int
    seconds: float


class Visitor:
    """One connection that stays open; plain sockets, for http.client takes longer than a page."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path: str, **headers: str) -> Answer:
        began = time.perf_counter()
        self.ask(path, **headers)
        answer = self.take()
        answer.seconds = time.perf_counter() - began
        return answer

    def ask(self, path: str, **headers: str) -> None:
        # bare Plone shows itself without its theme under 127.0.0.1
        lines = [f"GET {path} HTTP/1.1", "Host: localhost"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode())

    def take(self) -> Answer:
        """The answer to what was asked, read to its end."""
        head, _blank, body = self._until(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").split("\r\n")
        found = {
            name.lower(): value.strip() for name, _is, value in (f.partition(":") for f in fields)
        }
        length, there = int(found.get("content-length", 0)), len(body)
        while there < length:
            there += len(self._more())
        return Answer(int(status.split()[1]), found, length, 0.0)

    def _until(self, mark: bytes) -> tuple[bytes, bytes, bytes]:
        got = b""
        while mark not in got:
            got += self._more()
        return got.partition(mark)

    def _more(self) -> bytes:
        more = self.socket.recv(1 << 18)
        if not more:
            raise SystemExit("the server closed the connection")
        return more


@dataclass
class Crowd:
    """What came of several visitors: answers by status, and how long they all took."""

    answers: dict[str, int]
    seconds: float

    @property
    def each_second(self) -> float:
        return sum(self.answers.values()) / self.seconds


def crowd(
    port: int, paths: list[str], visitors: int, seconds: float, meanwhile: Callable | None = None
) -> Crowd:
    """Visitors of these pages in turn, each asking anew at once, from a process of their own.

    ``meanwhile`` is called twice a second here.
    """
    command = [sys.executable, __file__, str(port), str(visitors), str(seconds), *paths]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    while meanwhile and process.poll() is None:
        meanwhile()
        time.sleep(0.5)
    out, _err = process.communicate()
    if process.returncode:
        raise SystemExit("the visitors gave up")
    return Crowd(**json.loads(out))


def _visit(port: int, visitors: int, seconds: float, paths: list[str]) -> dict:
    """The crowd itself, in one thread: as fields of ``Crowd``."""
    waiting = selectors.DefaultSelector()
    for _one in range(visitors):
        visitor = Visitor(port)
        waiting.register(visitor.socket, selectors.EVENT_READ, visitor)
    answers: Counter = Counter()
    turn = cycle(paths)
    began = time.perf_counter()
    for key in waiting.get_map().values():
        key.data.ask(next(turn), Accept_Encoding="gzip")
    under_way = visitors
    while under_way:
        for key, _event in waiting.select():
            answers[key.data.take().status] += 1
            if time.perf_counter() < began + seconds:
                key.data.ask(next(turn), Accept_Encoding="gzip")
            else:
                under_way -= 1
    return {"answers": answers, "seconds": time.perf_counter() - began}


if __name__ == "__main__":
    found = _visit(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4:])
    print(json.dumps(found))
