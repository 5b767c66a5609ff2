"""Running the instance in the foreground: storage first, then the web server, and back again."""

from eduportal.server import configuration
from eduportal.server.chores import Chores
from eduportal.server.clock import ClockKeeper
from eduportal.server.layout import Layout
from eduportal.server.newsagent import NewsAgent
from eduportal.server.postman import Postman
from eduportal.server.reader import Reader
from eduportal.server.storage import StorageError
from eduportal.server.storage import revive
from eduportal.server.storage import storage_server
from pathlib import Path
import http.client
import os
import signal
import socket
import subprocess
import sys
import time

STOP_SECONDS = 20
LOOK_SECONDS = 2
"""How often it is looked whether the storage server is still there."""


def serve(layout: Layout, host: str, port: int, sample: Path | None, environment: dict) -> int:
    """Serve until a signal comes; returns the exit status.

    ``sample`` names a spreadsheet that is provisioned with sample content before the first start.
    """
    if not _free(host, port):
        return _in_use(port)
    layout.make()
    configuration.write_web(layout, host, port)
    environment |= {
        "VAR": str(layout.var),
        "ADMIN_PASSWORD": layout.admin_password(),
        "zope_i18n_compile_mo_files": "true",
        # before Python starts: DateTime looks at its zone once, when it is imported
        "TZ": "Asia/Ho_Chi_Minh",
    }
    stop = _Stop()
    with storage_server(layout):
        if sample is not None and not _provisioned(layout).exists():
            status = _provision(layout, sample, environment)
            if status:
                return status
        # Looked at again: provisioning takes long, and whoever took the port meanwhile would
        # answer in our server's place and be called ready.
        if not _free(host, port):
            return _in_use(port)
        web = _start_web(layout, environment)
        try:
            if not _wait_until_ready(web, host, port, stop):
                print(f"The web server did not start: see {layout.log}/zope.log", file=sys.stderr)
                return 1
            print(f"READY http://127.0.0.1:{port}/", flush=True)
            with (
                Postman(layout),
                Reader(layout, environment),
                Chores(layout, environment),
                NewsAgent(layout, environment),
                ClockKeeper(layout, environment),
            ):
                _watch(web, layout, stop)
            if not stop.asked:
                print(f"The web server has ended: see {layout.log}/zope-start.log", file=sys.stderr)
            return 0 if stop.asked else 1
        finally:
            _end(web)


class _Stop:
    """Set by Ctrl-C and by the signal that service managers send."""

    asked = False

    def __init__(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._ask)

    def _ask(self, number, frame) -> None:
        self.asked = True


def _provisioned(layout: Layout) -> Path:
    return layout.var / "sample-provisioned"


def _provision(layout: Layout, sample: Path, environment: dict) -> int:
    command = [Path(sys.executable).parent / "eduportal", "provision", str(sample), "--sample"]
    status = subprocess.run(command, env=environment, check=False).returncode
    if status == 0:
        _provisioned(layout).touch()
    return status


def _start_web(layout: Layout, environment: dict) -> subprocess.Popen:
    runwsgi = Path(sys.executable).parent / "runwsgi"
    with (layout.log / "zope-start.log").open("ab") as output:
        return subprocess.Popen(
            [runwsgi, configuration.wsgi_ini(layout)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


def _wait_until_ready(web: subprocess.Popen, host: str, port: int, stop: _Stop) -> bool:
    while web.poll() is None and not stop.asked:
        try:
            connection = http.client.HTTPConnection(host, port, timeout=30)
            connection.request("GET", "/")
            if connection.getresponse().status == 200:
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def _watch(web: subprocess.Popen, layout: Layout, stop: _Stop) -> None:
    """Until the web server ends or a signal comes; a killed storage server is started again."""
    looked = time.monotonic()
    while web.poll() is None and not stop.asked:
        time.sleep(0.2)
        if time.monotonic() - looked < LOOK_SECONDS:
            continue
        try:
            if revive(layout):
                print("The storage server had ended and was started again.", file=sys.stderr)
        except StorageError as error:
            print(error, file=sys.stderr)
        looked = time.monotonic()


def _end(process: subprocess.Popen) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _in_use(port: int) -> int:
    print(f"Port {port} is in use: stop what listens there, or set PORT.", file=sys.stderr)
    return 1


def _free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True
