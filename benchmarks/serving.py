"""Web servers of the instance as processes of their own, and what a visit costs them."""

from collections.abc import Iterator
from contextlib import contextmanager
from eduportal.server import configuration
from eduportal.server.layout import Layout
from pathlib import Path
import http.client
import os
import signal
import socket
import subprocess
import sys
import time

BIN = Path(sys.executable).parent
START_SECONDS = 120
MIB = 1024 * 1024


class Server:
    """A server that answers on ``port``."""

    def __init__(self, process: subprocess.Popen, port: int) -> None:
        self.process = process
        self.port = port

    def visit(self, path: str) -> float:
        """Seconds of one page; anything but 200 ends the run."""
        began = time.monotonic()
        status = self.status(path)
        if status != 200:
            raise SystemExit(f"{path} answered {status}")
        return time.monotonic() - began

    def status(self, path: str) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status

    def warm(self, path: str, times: int = 9) -> float:
        """Least seconds of a page visited before: other work on the machine only ever adds."""
        self.visit(path)
        return min(self.visit(path) for _ in range(times))

    def processor(self) -> float:
        """Seconds of processor time that the server has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def worked(self) -> float:
        """The same of all its threads in nanoseconds' steps, for single pages."""
        tasks = Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def resident(self) -> float:
        """Resident memory in MiB."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / MIB


@contextmanager
def one_thread(layout: Layout) -> Iterator[Server]:
    """A web server with one thread, so that one database connection holds all that was visited."""
    port = free_port()
    configuration.write_web(layout, "127.0.0.1", port, threads=1)
    command = [BIN / "runwsgi", configuration.wsgi_ini(layout)]
    with running(command, port, dict(os.environ)) as server:
        yield server


@contextmanager
def real(layout: Layout) -> Iterator[Server]:
    """``eduportal run`` as an operator starts it."""
    port = free_port()
    environment = os.environ | {"VAR": str(layout.var), "PORT": str(port)}
    with running([BIN / "eduportal", "run"], port, environment) as server:
        yield server


@contextmanager
def running(command: list, port: int, environment: dict[str, str]) -> Iterator[Server]:
    """A web server started by ``command``, until the end of the ``with`` block."""
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    server = Server(process, port)
    try:
        _wait(server)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(START_SECONDS)


def _wait(server: Server) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.process.poll() is None:
        try:
            if server.status("/") == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
