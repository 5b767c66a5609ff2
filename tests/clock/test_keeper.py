"""The instance watches over its clock."""

from eduportal.server.clock import ClockKeeper
from eduportal.server.layout import Layout
import os
import pytest
import signal
import sys
import time

RUNS = """
import os, sys, time
from pathlib import Path
with Path(sys.argv[1]).open("a") as told:
    told.write(f"{os.getpid()}\\n")
while True:
    if sys.argv[2] == "alive":
        Path(sys.argv[3]).touch()
    time.sleep(0.05)
"""


@pytest.fixture
def layout(tmp_path):
    made = Layout(tmp_path)
    made.make()
    return made


def keeper(layout, kind, silent=60.0):
    told = str(layout.var / "told")
    command = [sys.executable, "-c", RUNS, told, kind, str(layout.clock)]
    return ClockKeeper(layout, dict(os.environ), 0.05, command, silent)


def pids(layout, number, seconds=20):
    """The processes that have been started, once there are so many."""
    deadline, told = time.monotonic() + seconds, layout.var / "told"
    while time.monotonic() < deadline:
        found = told.read_text().split() if told.exists() else []
        if len(found) >= number:
            return [int(pid) for pid in found]
        time.sleep(0.02)
    return [int(pid) for pid in found]


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_clock_that_died_is_started_again_and_ends_with_the_instance(layout):
    with keeper(layout, "alive"):
        (first,) = pids(layout, 1)
        os.kill(first, signal.SIGKILL)
        _first, second = pids(layout, 2)
    assert (gone(first), gone(second)) == (True, True)
    assert len(pids(layout, 2)) == 2


def test_a_clock_that_hangs_is_stopped_and_started_again(layout):
    with keeper(layout, "silent", silent=0.5):
        first, second = pids(layout, 2)
        assert gone(first)
    assert gone(second)
