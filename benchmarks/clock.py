"""How late the clock publishes what is scheduled, and what it costs while nothing is due.

``python benchmarks/clock.py`` works in a temporary folder and prints a table;
README.md in this folder says how each figure is taken.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from contextlib import contextmanager
from DateTime import DateTime
from eduportal.cli.zope import instance
from eduportal.provisioning.requests import fresh
from eduportal.server.layout import Layout
from pathlib import Path
import argparse
import os
import platform
import signal
import subprocess
import sys
import tempfile
import time

EDUPORTAL = Path(sys.executable).parent / "eduportal"
DAY = 86400
IDLE_SECONDS = 60
AHEAD_SECONDS = 10


def main() -> None:
    options = _options()
    with ExitStack() as stack:
        var = stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        os.environ |= {"VAR": var, "ADMIN_PASSWORD": "benchmark"}
        layout = Layout.from_environment()
        app = stack.enter_context(instance(layout))
        import sites  # needs a configured Zope

        for number in range(1, options.portals + 1):
            sites.make_portal(app, number)
        lines = list(_measured(app, layout, options.items))
    print(f"\nPython {platform.python_version()}, {os.cpu_count()} processors")
    print(f"{options.items} items, {options.portals} portals\n")
    print("\n".join(["| figure | value |", "| --- | --- |", *lines]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--items", type=int, default=100, help="items to publish (100)")
    parser.add_argument("--portals", type=int, default=10, help="portals they lie in (10)")
    return parser.parse_args()


def _measured(app, layout: Layout, number: int) -> Iterator[str]:
    with _clock(layout) as clock:
        # Its first look through the portals is done.
        time.sleep(IDLE_SECONDS / 2)
        before = _processor(clock)
        time.sleep(IDLE_SECONDS)
        used = (_processor(clock) - before) / IDLE_SECONDS
        yield f"| processor while nothing is due | {1000 * used:.1f} ms a second |"
        late = _late(app, number, spread=IDLE_SECONDS)
        yield f"| worst lag, one hour each within {IDLE_SECONDS} s | {max(late):.1f} s |"
        late = _late(app, number, spread=0)
        yield f"| worst lag, all at one hour | {max(late):.1f} s |"
        yield f"| memory of the clock | {_memory(clock):.0f} MiB |"
    with _clock(layout) as first, _clock(layout) as second:
        late = _late(app, number, spread=0, half_way=lambda: _kill(first, second))
        yield f"| worst lag, two clocks, the one at work killed half way | {max(late):.1f} s |"


@contextmanager
def _clock(layout: Layout) -> Iterator[subprocess.Popen]:
    """A clock that is at work when the block begins."""
    layout.clock.unlink(missing_ok=True)
    process = subprocess.Popen(
        [EDUPORTAL, "clock"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not layout.clock.exists():
            time.sleep(0.1)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def _late(app, number: int, spread: float, half_way=None) -> list[float]:
    """Seconds after its hour of each of ``number`` items in turn through the portals."""
    import transaction

    made = _schedule(app, number, spread)
    while True:
        time.sleep(0.2)
        transaction.begin()
        entries = [_last(app, path) for path in made]
        done = [entry for entry in entries if entry["action"] == "publish"]
        if half_way is not None and len(done) > number / 2:
            half_way()
            half_way = None
        if len(done) == number:
            hours = made.values()
            return [(one["time"] - hour) * DAY for one, hour in zip(entries, hours, strict=True)]


def _schedule(app, number: int, spread: float) -> dict[str, DateTime]:
    """Items with their hours, by path; the hours are set when all items are there."""
    from eduportal import sections
    from plone import api
    from plone.dexterity.utils import createContentInContainer
    import transaction

    transaction.begin()
    ids = [name for name in app.objectIds() if name.startswith("truong-")]
    paths: dict[str, list[str]] = {portal_id: [] for portal_id in ids}
    for portal_id in ids:
        with fresh(app, portal_id):
            for _count in range(ids.index(portal_id), number, len(ids)):
                item = createContentInContainer(sections.find("news"), "News Item", title="Tin")
                item.setEffectiveDate(DateTime() + 1)
                api.content.transition(item, "schedule")
                paths[portal_id].append("/".join(item.getPhysicalPath()))
            transaction.commit()
    begin, made = DateTime() + (AHEAD_SECONDS + 2 * len(ids)) / DAY, {}
    for portal_id in ids:
        with fresh(app, portal_id) as portal:
            for path in paths[portal_id]:
                made[path] = begin + spread * len(made) / number / DAY
                item = portal.unrestrictedTraverse(path)
                item.setEffectiveDate(made[path])
                item.reindexObject(idxs=["effective", "effectiveRange"])
            transaction.commit()
    return made


def _last(app, path: str) -> dict:
    return app.unrestrictedTraverse(path).workflow_history["editorial"][-1]


def _kill(first: subprocess.Popen, second: subprocess.Popen) -> None:
    """The one at work is the one that has used more of the processor lately."""
    before = {one: _processor(one) for one in (first, second)}
    time.sleep(0.5)
    max((first, second), key=lambda one: _processor(one) - before[one]).kill()


def _processor(process: subprocess.Popen) -> float:
    """Seconds of processor time that the process has used."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(process: subprocess.Popen) -> float:
    """Resident memory in MiB."""
    pages = Path(f"/proc/{process.pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


if __name__ == "__main__":
    main()
