"""The notes that wake the reader, and the thread that follows them."""

from eduportal.server import notes
from eduportal.server.layout import Layout
from eduportal.server.reader import Reader
import os
import sys
import time
import transaction


def wait_for(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert condition()


def test_a_commit_with_a_new_file_leaves_one_note_and_an_abort_none(desk, tmp_path, monkeypatch):
    monkeypatch.setenv("VAR", str(tmp_path))
    desk.loose("một")
    transaction.abort()
    aborted = notes.noted(tmp_path / "reading")
    desk.loose("một")
    desk.loose("hai")
    hooks = len(list(transaction.get().getAfterCommitHooks()))
    transaction.commit()

    assert (aborted, hooks) == ({}, 1)
    assert list(notes.noted(tmp_path / "reading")) == [desk.portal.getId()]


def test_without_a_var_nothing_is_written_anywhere(desk, tmp_path, monkeypatch):
    monkeypatch.delenv("VAR", raising=False)
    monkeypatch.chdir(tmp_path)
    desk.loose("một")
    transaction.commit()
    assert list(tmp_path.iterdir()) == []


def test_a_note_left_during_a_run_is_not_taken_away(tmp_path):
    notes.leave(tmp_path, "a")
    left_at = notes.noted(tmp_path)["a"]
    os.utime(tmp_path / "a", ns=(0, left_at + 1))
    notes.take_away(tmp_path, "a", left_at)
    still = list(notes.noted(tmp_path))
    notes.take_away(tmp_path, "a", notes.noted(tmp_path)["a"])

    assert (still, list(tmp_path.iterdir())) == (["a"], [])


def test_two_readers_are_never_at_work_at_once(tmp_path):
    with notes.alone(tmp_path / "lock") as first, notes.alone(tmp_path / "lock") as second:
        assert (first, second) == (True, False)
    with notes.alone(tmp_path / "lock") as third:
        assert third


def reader(tmp_path, code):
    layout = Layout(tmp_path)
    layout.make()
    script = tmp_path / "command.py"
    script.write_text(
        f"import os, sys, time, pathlib\nvar = pathlib.Path({str(tmp_path)!r})\n{code}"
    )
    return Reader(layout, dict(os.environ), 0.05, [sys.executable, str(script)])


def test_a_run_starts_when_there_is_a_note_and_not_before(tmp_path):
    code = "open(var / 'runs', 'a').write('x')\n(var / 'reading' / 'a').unlink()"
    with reader(tmp_path, code):
        time.sleep(0.3)
        before = (tmp_path / "runs").exists()
        notes.leave(tmp_path / "reading", "a")
        wait_for((tmp_path / "runs").exists)
        wait_for(lambda: not notes.noted(tmp_path / "reading"))
        time.sleep(0.5)

    assert (before, (tmp_path / "runs").read_text()) == (False, "x")


def test_runs_that_fail_follow_each_other_more_and_more_slowly(tmp_path):
    notes.leave(tmp_path / "reading", "a")
    with reader(tmp_path, "open(var / 'runs', 'a').write('x')\nsys.exit(1)"):
        time.sleep(3)

    assert 2 <= len((tmp_path / "runs").read_text()) <= 6


def test_a_run_at_work_is_stopped_with_the_instance(tmp_path):
    notes.leave(tmp_path / "reading", "a")
    code = "(var / 'pid').write_text(str(os.getpid()))\ntime.sleep(600)"
    with reader(tmp_path, code):
        wait_for(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
        began = time.monotonic()

    assert time.monotonic() - began < 10
    assert not os.path.exists(f"/proc/{(tmp_path / 'pid').read_text()}")
