"""A real district: provisioned by the command, served by the command, asked over HTTP."""

from dataclasses import dataclass
from pathlib import Path
import csv
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time

COMMAND = Path(sys.executable).parent / "eduportal"
# ASCII: HTTP's basic authentication has no agreed spelling for anything else.
PASSWORD = "mat-khau-nguoi-thu"
START_SECONDS = 180


@dataclass
class District:
    """An instance in a folder of its own, whether running or not."""

    var: Path
    port: int = 0
    process: subprocess.Popen | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "VAR": str(self.var),
            "PORT": str(self.port),
            "ADMIN_PASSWORD": PASSWORD,
            "COLUMNS": "200",
        }

    def command(self, *arguments: str) -> subprocess.CompletedProcess:
        """Run ``eduportal`` with these arguments on this instance and wait for its end."""
        return subprocess.run(
            [COMMAND, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
        )

    def json(self, *arguments: str):
        """What a command prints with ``--json``; its exit status has to be 0."""
        done = self.command(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def start(self, *arguments: str) -> str:
        """Run the instance until it says READY; returns what it printed."""
        self.port = free_port()
        self.process = subprocess.Popen(
            [COMMAND, "run", *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        printed = ""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            line = self.process.stdout.readline()
            printed += line
            if line.startswith("READY"):
                return printed
            if not line and self.process.poll() is not None:
                break
        raise AssertionError(f"the instance did not start: {printed}")

    def stop(self) -> int:
        """What Ctrl-C does; returns the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)

    def one_time_password(self, unit_id: str) -> tuple[str, str]:
        """Login and password of a unit's administrator, as the instance's owner finds them."""
        with (self.var / "one-time-passwords.csv").open(newline="") as stream:
            row = next(row for row in csv.DictReader(stream) if row["unit"] == unit_id)
        return row["login"], row["password"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def text_of(page: str) -> str:
    """A page's text, tags and runs of blanks taken out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).strip()
