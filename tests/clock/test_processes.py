"""Several clocks on one database, and one of them killed outright."""

from pathlib import Path
from tests.district import COMMAND
from tests.district import District
import json
import os
import pytest
import signal
import subprocess
import sys
import time

UNIT = "so-mau"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def instance(tmp_path_factory, units_csv):
    """One portal, running, with the clock that the instance watches over."""
    made = District(tmp_path_factory.mktemp("clock"))
    sheet = made.var.parent / "unit.csv"
    sheet.write_text("".join(units_csv.open().readlines()[:2]), encoding="utf-8")
    done = made.command("provision", str(sheet))
    assert done.returncode == 0, done.stdout + done.stderr
    made.start()
    yield made
    assert made.stop() == 0


def items(instance, command, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", "tests.clock.items", command, UNIT, *map(str, arguments)],
        env=instance.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def watched(instance):
    """The process ids of the clocks that the instance has started."""
    mark = f"--watched-by\0{instance.process.pid}\0".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "cmdline").read_bytes():
                found.append(int(process.name))
        except OSError:
            continue
    return found


def until(happens, seconds=120):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if value := happens():
            return value
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


def published(log):
    return log.read_text().count("publish /") if log.exists() else 0


def test_two_clocks_share_the_work_and_what_one_leaves_when_it_is_killed(instance, tmp_path):
    mine = tmp_path / "clock.log"
    with mine.open("w") as output:
        second = subprocess.Popen(
            [COMMAND, "clock"], env=instance.environment, stdout=output, stderr=output
        )
    logs = {"watched": instance.var / "log" / "clock.log", "second": mine}
    try:
        (first,) = until(lambda: watched(instance))
        items(instance, "schedule", 40, 20)
        at_work = until(
            lambda: next((name for name, log in logs.items() if published(log) >= 5), None)
        )
        os.kill(first if at_work == "watched" else second.pid, signal.SIGKILL)
        killed_at = published(logs[at_work])
        until(lambda: sum(map(published, logs.values())) >= 39)
        time.sleep(2)
    finally:
        second.terminate()
        second.wait(60)
    lines = json.loads(items(instance, "told"))

    assert killed_at < 39
    assert [line["steps"] for line in lines] == [[None, "schedule", "publish"]] * 40
    assert {line["state"] for line in lines} == {"published"}
    assert max(line["late"] for line in lines) < 60


def test_a_killed_clock_is_started_again_and_goes_on(instance):
    (before,) = until(lambda: watched(instance))
    os.kill(before, signal.SIGKILL)
    (after,) = until(lambda: [pid for pid in watched(instance) if pid != before])
    log = instance.var / "log" / "clock.log"
    done = published(log)
    items(instance, "schedule", 1, 5)
    until(lambda: published(log) > done)
    assert watched(instance) == [after]


def test_the_command_does_what_is_due_once(instance):
    told = instance.json("clock", "--once")
    assert (told["done"], told["next_at"], told["busy"]) == ([], None, False)
