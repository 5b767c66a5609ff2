from datetime import datetime
from eduportal.server.chores import Chore
from eduportal.server.chores import Chores
from eduportal.server.chores import chores
from eduportal.server.layout import Layout
import os
import sys
import time

DAY = datetime(2026, 11, 21, 7, 0)
DONE = "from pathlib import Path; import sys; Path(sys.argv[1]).open('a').write('x')"


def run(tmp_path, stamp, now=DAY, command=None, seconds=1.5, **when):
    """What the chore wrote after the instance ran for some time."""
    layout = Layout(tmp_path)
    layout.make()
    done = tmp_path / "done"
    if stamp:
        (tmp_path / "chores").mkdir(exist_ok=True)
        (tmp_path / "chores" / "alerts").write_text(stamp)
    command = command or [sys.executable, "-c", DONE, str(done)]
    with Chores(layout, dict(os.environ), 0.02, {"alerts": Chore(command, **when)}, lambda: now):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            time.sleep(0.05)
    written = done.read_text() if done.exists() else ""
    return written, (tmp_path / "chores" / "alerts").read_text().strip()


def test_mails_of_saved_searches_are_a_daily_chore_and_the_summary_one_of_monday_at_seven():
    assert {
        name: (chore.command[1:], chore.hour, chore.weekday) for name, chore in chores().items()
    } == {
        "alerts": (("alerts", "send"), 6, None),
        "visits": (("visits", "pack"), 3, None),
        "cases": (("cases", "remind"), 7, None),
        "cases-purge": (("cases", "purge", "--pack"), 2, 6),
        "digest": (("notifications", "digest"), 7, 0),
    }


def test_a_chore_is_done_once_a_day_and_not_again_after_a_restart(tmp_path):
    assert run(tmp_path, "2026-11-20") == ("x", "2026-11-21")
    assert run(tmp_path, "") == ("x", "2026-11-21")


def test_before_six_and_on_the_first_day_there_is_nothing_to_do(tmp_path):
    assert run(tmp_path, "2026-11-20", DAY.replace(hour=5)) == ("", "2026-11-20")
    (tmp_path / "chores" / "alerts").unlink()
    assert run(tmp_path, "") == ("", "2026-11-21")


def test_a_weekly_chore_is_done_from_its_hour_on_and_made_up_for_later_in_the_week(tmp_path):
    monday = datetime(2026, 11, 23, 7, 0)
    weekly = {"hour": 7, "weekday": 0}
    early = monday.replace(hour=6, minute=59)

    assert run(tmp_path, "2026-11-20", early, **weekly) == ("", "2026-11-20")
    assert run(tmp_path, "2026-11-20", monday, **weekly) == ("x", "2026-11-23")
    assert run(tmp_path, "2026-11-23", monday.replace(day=29), **weekly) == ("x", "2026-11-23")
    assert run(tmp_path, "2026-11-20", monday.replace(day=25), **weekly) == ("xx", "2026-11-25")
    assert run(tmp_path, "2026-11-25", monday.replace(day=30), **weekly) == ("xxx", "2026-11-30")


def test_a_chore_that_failed_is_not_done_and_not_repeated_at_once(tmp_path):
    done = tmp_path / "done"
    failing = [sys.executable, "-c", DONE + "; sys.exit(1)", str(done)]
    assert run(tmp_path, "2026-11-20", command=failing) == ("x", "2026-11-20")


def test_a_chore_at_work_ends_with_the_instance(tmp_path):
    sleeping = [sys.executable, "-c", "import time; time.sleep(60)"]
    began = time.monotonic()
    assert run(tmp_path, "2026-11-20", command=sleeping, seconds=0.5)[1] == "2026-11-20"
    assert time.monotonic() - began < 15
