"""Figures of pages for visitors beside bare Plone: made anew, and from memory.

``python benchmarks/pages.py`` makes both sites in a temporary folder, serves them from one process
with one thread and prints a table; README.md in this folder says how each figure is taken.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from eduportal.cli.zope import instance
from eduportal.server.layout import Layout
from pathlib import Path
from statistics import median
import argparse
import os
import platform
import serving
import socket
import tempfile
import time

PORTAL = "truong-1"
BARE = "bare-1"
ANEW = "uncached=1"
"""A cookie that nobody knows: it might be somebody's sign-in, so Zope makes the page anew."""


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
        # bare Plone shows itself without its theme under 127.0.0.1
        lines = [f"GET {path} HTTP/1.1", "Host: localhost"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        began = time.perf_counter()
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode())
        head, _blank, body = self._until(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").split("\r\n")
        found = {
            name.lower(): value.strip() for name, _is, value in (f.partition(":") for f in fields)
        }
        length, there = int(found.get("content-length", 0)), len(body)
        while there < length:
            there += len(self.socket.recv(1 << 18))
        seconds = time.perf_counter() - began
        return Answer(int(status.split()[1]), found, length, seconds)

    def _until(self, mark: bytes) -> tuple[bytes, bytes, bytes]:
        got = b""
        while mark not in got:
            more = self.socket.recv(1 << 18)
            if not more:
                raise SystemExit("the server closed the connection")
            got += more
        return got.partition(mark)


def main() -> None:
    options = _options()
    with ExitStack() as stack:
        var = options.var or stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        os.environ |= {"VAR": str(var), "ADMIN_PASSWORD": "benchmark"}
        layout = Layout.from_environment()
        app = stack.enter_context(instance(layout))
        import page_sites  # needs a configured Zope

        pages = page_sites.made(app, PORTAL, BARE)
        server = stack.enter_context(serving.one_thread(layout))
        visitor = Visitor(server.port)
        before = server.resident()
        anew = _anew(visitor, pages, options.rounds)
        kept = _from_memory(visitor, pages, options.rounds)
        looked_up = _looked_up(visitor, pages, options.rounds, lambda: page_sites.write(app))
        machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
        print(f"\n{machine}; {options.rounds} rounds, load {os.getloadavg()[0]:.1f}\n")
        print(_table(pages, anew, kept, looked_up))
        print(f"\nmemory of the server: {before:.0f} MiB at the start, {server.resident():.0f} now")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=25, help="visits of each page, in turn (25)")
    parser.add_argument("--var", type=Path, help="a folder to work in, to keep, to continue in")
    return parser.parse_args()


def _anew(visitor: Visitor, pages: dict[str, str], rounds: int) -> dict[str, float]:
    """Every page made by Zope, all asked for in turn, after three visits each."""
    times: dict[str, list[float]] = {name: [] for name in pages}
    for _warm in range(3):
        for path in pages.values():
            _demand(visitor.get(path, Cookie=ANEW), path)
    for _round in range(rounds):
        for name, path in pages.items():
            times[name].append(_demand(visitor.get(path, Cookie=ANEW), path).seconds)
    return {name: median(found) for name, found in times.items()}


def _from_memory(visitor: Visitor, pages: dict[str, str], rounds: int) -> dict[str, float]:
    """The same pages while nothing at all changes; twenty visits for one above."""
    return {
        name: _median(lambda path=path: visitor.get(path, Accept_Encoding="gzip"), rounds * 20)
        for name, path in _ours(pages).items()
    }


def _looked_up(
    visitor: Visitor, pages: dict[str, str], rounds: int, write: Callable[[], None]
) -> dict[str, float]:
    """The same after another process wrote something that no page shows, before each visit."""
    return {
        name: _median(lambda path=path: visitor.get(path, Accept_Encoding="gzip"), rounds, write)
        for name, path in _ours(pages).items()
    }


def _median(get: Callable[[], Answer], rounds: int, before: Callable[[], None] | None = None):
    times = []
    get()
    for _round in range(rounds):
        if before:
            before()
            time.sleep(0.02)
        answer = _demand(get(), "a page from memory")
        if answer.headers.get("x-page-memory") != "kept":
            raise SystemExit(f"a page that should have been kept was not: {answer.headers}")
        times.append(answer.seconds)
    return median(times)


def _ours(pages: dict[str, str]) -> dict[str, str]:
    return {name: path for name, path in pages.items() if not name.startswith("bare")}


def _demand(answer: Answer, path: str) -> Answer:
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    return answer


def _table(pages: dict[str, str], anew: dict, kept: dict, looked_up: dict) -> str:
    """Times in ms; in brackets how they stand to the bare site's page of the same sort."""
    lines = [
        "| page | made anew | from memory | after a write elsewhere |",
        "| --- |" + " --- |" * 3,
    ]
    for name in pages:
        bare = anew[f"bare: {name.split(',')[0]}"] if not name.startswith("bare") else anew[name]
        cells = [f"{anew[name] * 1000:.1f} ms ({anew[name] / bare:.2f}x)"]
        for times in (kept, looked_up):
            found = times.get(name)
            cells.append(
                f"{found * 1000:.2f} ms, {1 / found:.0f}/s ({bare / found:.0f}x as many)"
                if found
                else ""
            )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
