"""Applications sent to one instance over HTTP: how quickly, and whether each is there exactly once.

``python benchmarks/cases.py`` works in a temporary folder; ``--kill`` ends every process of the
instance with SIGKILL half way and starts it again. README.md says how each figure is taken.
"""

from applicants import Applicant
from applicants import Sent
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
import argparse
import json
import os
import platform
import serving
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = Path(__file__).parent
AT_ONCE = 60
"""Threads that send: an instance that is down makes many wait at the same time."""
SETTLED = 3
"""Seconds before the first one comes."""
WARM = "warm"


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="bench-") as var:
        os.environ |= {"VAR": var, "ADMIN_PASSWORD": "benchmark"}
        made = _in_own_process("prepare")
        port = options.port or serving.free_port()
        url = f"http://localhost:{port}/{made['portal']}/{made['form']}"
        number = round(options.each_minute * options.minutes)
        with _instance(port) as server:
            warm = Applicant(url, WARM, double=False).apply()
            if not warm.code:
                raise SystemExit(warm.said)
            sent = list(_crowd(url, number, options, server))
        stored = [one for one in _in_own_process("count")["cases"] if one["code"] != warm.code]
    print(f"\nPython {platform.python_version()}, {os.cpu_count()} processors, ", end="")
    print(f"load {os.getloadavg()[0]:.1f}; {options.each_minute} a minute, {options.minutes} min\n")
    print("\n".join(["| figure | value |", "| --- | --- |", *_lines(sent, stored)]))
    refused = sorted({one.said for one in sent if not one.code})
    if refused or _lost(sent, stored) or _doubled(stored):
        raise SystemExit(f"applications were lost, doubled or refused: {refused}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--each-minute", type=int, default=200, help="applications (200)")
    parser.add_argument("--minutes", type=float, default=10, help="how long (10)")
    parser.add_argument("--kill", action="store_true", help="SIGKILL to all processes half way")
    parser.add_argument("--port", type=int, default=0, help="port of the instance (a free one)")
    return parser.parse_args()


def _in_own_process(work: str) -> dict:
    """One run of ``cases_sites.py``: it opens the database as a command does, and leaves it."""
    command = [sys.executable, HERE / "cases_sites.py", work]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=HERE)
    return json.loads(done.stdout.splitlines()[-1])


class Instance:
    """``eduportal run``, which can be killed with everything it started, and started again."""

    def __init__(self, port: int) -> None:
        self.environment = os.environ | {"PORT": str(port)}
        self.start()

    def start(self) -> None:
        log = Path(os.environ["VAR"]) / "bench.log"
        with log.open("a") as stream:
            self.process = subprocess.Popen(
                [serving.BIN / "eduportal", "run"],
                env=self.environment,
                stdout=stream,
                stderr=stream,
            )
        self._wait(log.stat().st_size, log)

    def _wait(self, since: int, log: Path) -> None:
        deadline = time.monotonic() + serving.START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            if "READY" in log.read_text()[since:]:
                return
            time.sleep(0.2)
        raise SystemExit(log.read_text())

    def kill(self) -> None:
        """As when the power fails, but for what the operating system holds of its files."""
        self.process.kill()
        self.process.wait()
        for process in self._others():
            os.kill(process, signal.SIGKILL)

    def _others(self) -> Iterator[int]:
        """Whatever was started with this instance's folder; this process's own start was not."""
        for entry in Path("/proc").glob("[0-9]*/environ"):
            try:
                started_with = entry.read_bytes().split(b"\0")
            except OSError:  # gone meanwhile
                continue
            if f"VAR={os.environ['VAR']}".encode() in started_with:
                yield int(entry.parent.name)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self.process.wait(serving.START_SECONDS)


@contextmanager
def _instance(port: int) -> Iterator[Instance]:
    server = Instance(port)
    try:
        yield server
    finally:
        server.stop()


def _crowd(url: str, number: int, options, server: Instance) -> Iterator[Sent]:
    """Everybody comes at a time of his own, however long those before him take."""
    step = 60 / options.each_minute
    began = time.monotonic() + SETTLED
    killer = threading.Timer(SETTLED + number * step / 2, _restart, (server,))
    if options.kill:
        killer.start()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        people = []
        for place in range(number):
            due = began + place * step
            time.sleep(max(0, due - time.monotonic()))
            # every twentieth clicks twice
            applicant = Applicant(url, f"{place:05}", double=place % 20 == 7, due=due)
            people.append(pool.submit(applicant.apply))
        for one in people:
            yield one.result()
    if options.kill:
        killer.join()


def _restart(server: Instance) -> None:
    server.kill()
    server.start()


def _lines(sent: list[Sent], stored: list[dict]) -> Iterator[str]:
    lost, doubled = _lost(sent, stored), _doubled(stored)
    yield f"| applications acknowledged | {sum(bool(one.code) for one in sent)} of {len(sent)} |"
    yield f"| cases stored | {len(stored)} |"
    yield f"| acknowledged and not there | {len(lost)} |"
    yield f"| applicants with more than one case | {len(doubled)} |"
    files = sorted(Counter(one["files"] for one in stored).items())
    yield f"| files of a case | {', '.join(f'{have}: {cases}' for have, cases in files)} |"
    yield f"| sent twice at once | {sum(one.double for one in sent)} |"
    yield f"| tried again after a network error | {sum(one.tries > 1 for one in sent)} |"
    for what, words in WHAT.items():
        times = sorted(getattr(one, what) for one in sent if one.tries == 1)
        cut = quantiles(times, n=100)
        yield (
            f"| {words}: median, 95 %, slowest | "
            f"{cut[49] * 1000:.0f} ms, {cut[94] * 1000:.0f} ms, {times[-1] * 1000:.0f} ms |"
        )


WHAT = {
    "page": "the form's page",
    "post": "sending until the receipt is there",
    "late": "from the hour one meant to come to the receipt",
}


def _lost(sent: list[Sent], stored: list[dict]) -> list[str]:
    """Codes that were acknowledged and are not stored."""
    there = {one["code"] for one in stored}
    return [one.code for one in sent if one.code and one.code not in there]


def _doubled(stored: list[dict]) -> list[str]:
    """Applicants who have several cases; each has a name of his own."""
    names = Counter(one["name"] for one in stored)
    return [name for name, times in names.items() if times > 1]


if __name__ == "__main__":
    main()
