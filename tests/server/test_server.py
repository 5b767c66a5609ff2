"""The instance: READY, a clean stop, and commands that work whether it runs or not."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from tests.district import COMMAND
from tests.district import PASSWORD
from tests.district import District
from tests.district import free_port
from threading import Thread
import os
import requests
import signal
import subprocess
import time

ADMIN = ("admin", PASSWORD)


def test_commands_work_on_a_stopped_instance_and_leave_no_process(tmp_path):
    instance = District(tmp_path / "stopped")

    assert instance.json("units", "list") == []
    assert not (instance.var / "run" / "zeo.pid").exists()


def test_an_instance_starts_says_ready_serves_and_stops_cleanly(tmp_path):
    instance = District(tmp_path / "running")

    printed = instance.start()
    answer = requests.get(instance.url, timeout=60)
    upload = f"{instance.url}/@@provision"
    asked = requests.get(upload, timeout=60), requests.get(upload, auth=ADMIN, timeout=60)
    while_running = instance.json("units", "list")

    assert printed.splitlines()[-1] == f"READY http://127.0.0.1:{instance.port}/"
    assert (answer.status_code, while_running) == (200, [])
    assert "Chưa có cổng nào." in answer.text
    assert [one.status_code for one in asked] == [401, 200]
    assert instance.stop() == 0
    assert not (instance.var / "run" / "zeo.pid").exists()


def processes_of(instance: District) -> list[int]:
    """Ids of the processes that were started with this instance's folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/environ"):
        try:
            started_with = entry.read_bytes().split(b"\0")
        except OSError:  # gone meanwhile
            continue
        if f"VAR={instance.var}".encode() in started_with:
            found.append(int(entry.parent.name))
    return found


def test_a_storage_server_left_by_a_killed_command_is_taken_over(tmp_path):
    instance = District(tmp_path / "killed")
    instance.start()
    zeo = int((instance.var / "run" / "zeo.pid").read_text())

    os.kill(instance.process.pid, signal.SIGKILL)
    instance.process.wait()
    # also what the web server started while this test was looking
    for process in processes_of(instance):
        if process != zeo:
            os.kill(process, signal.SIGKILL)
    listed = instance.json("units", "list")

    assert listed == []
    deadline = time.monotonic() + 20
    while os.path.exists(f"/proc/{zeo}/root") and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not (instance.var / "run" / "zeo.pid").exists()


def test_a_storage_server_that_is_killed_is_started_again_while_the_portal_runs(tmp_path):
    instance = District(tmp_path / "storage")
    instance.start()
    pid = instance.var / "run" / "zeo.pid"
    zeo = int(pid.read_text())

    os.kill(zeo, signal.SIGKILL)
    answers = requests.get(f"{instance.url}/@@provision", auth=ADMIN, timeout=60)

    assert (answers.status_code, instance.json("units", "list")) == (200, [])
    assert int(pid.read_text()) != zeo
    assert instance.stop() == 0
    assert not pid.exists()


def test_the_administrators_password_is_made_once_and_kept_from_others(tmp_path, monkeypatch):
    from eduportal.server.layout import Layout

    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    layout = Layout(tmp_path / "var")
    layout.make()

    first, second = layout.admin_password(), layout.admin_password()

    assert first == second
    assert len(first) >= 20
    assert oct((layout.var / "admin-password").stat().st_mode & 0o777) == "0o600"


def test_a_socket_path_stays_short_however_deep_the_data_lie(tmp_path):
    from eduportal.server.layout import Layout

    deep = Layout(tmp_path / ("rất-dài-" * 20))

    assert len(os.fsencode(deep.socket)) < 107


def test_a_port_that_is_taken_while_the_sample_is_made_is_told_and_never_called_ready(tmp_path):
    instance = District(tmp_path / "overtaken", port=free_port())
    units = tmp_path / "units.csv"
    rows = (Path(__file__).parents[1] / "units.csv").read_text(encoding="utf-8").splitlines()
    units.write_text("\n".join(rows[:2]), encoding="utf-8")
    started = subprocess.Popen(
        [COMMAND, "run", "--sample", str(units)],
        env=instance.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not (instance.var / "run" / "zeo.pid").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    with answering(instance.port):
        printed, complaint = started.communicate(timeout=240)

    assert (started.returncode, "READY" in printed) == (1, False)
    assert f"Port {instance.port} is in use: stop what listens there, or set PORT.\n" in complaint


@contextmanager
def answering(port: int) -> Iterator[None]:
    """Another server on that port; to every question it answers 200."""

    class Ready(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

        def log_message(self, *ignored) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", port), Ready) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        yield
        other.shutdown()
