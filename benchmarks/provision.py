"""Figures of provisioning beside a bare Plone site: time, size, memory, growth, serving.

``python benchmarks/provision.py`` makes everything in a temporary folder and prints a table;
README.md in this folder says how each figure is taken.
"""

from contextlib import ExitStack
from eduportal.cli.zope import instance
from eduportal.server.layout import Layout
from eduportal.server.storage import storage_server
from figures import Row
from figures import Spent
from figures import compared
from figures import middle
from figures import slope
from figures import spent
from figures import table
from pathlib import Path
import argparse
import os
import platform
import serving
import sys
import tempfile

MIB = 1024 * 1024


def main() -> None:
    options = _options()
    with ExitStack() as stack:
        var = options.var or stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        os.environ |= {"VAR": str(var), "ADMIN_PASSWORD": "benchmark"}
        layout = Layout.from_environment()
        with spent() as whole:
            rows = _made(layout, options)
            rows += _memory(layout, options)
            rows += _all_served(layout, options.portals)
        print(f"\nPython {platform.python_version()}, {os.cpu_count()} processors, {whole.wall:.0f} s")
        print(table(rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--portals", type=int, default=50, help="how many portals (50)")
    parser.add_argument("--rounds", type=int, default=5, help="bare sites and portals in turn (5)")
    parser.add_argument("--visits", type=int, default=8, help="sites visited for memory (8)")
    parser.add_argument("--var", type=Path, help="an empty folder to work in and to keep")
    options = parser.parse_args()
    if options.portals < max(options.rounds, options.visits) + 2:
        parser.error("--portals has to exceed --rounds and --visits by 2")
    return options


def _made(layout: Layout, options: argparse.Namespace) -> list[Row]:
    """All sites, made in this one process; a server beside it answers from time to time."""
    bare, portals, served = {}, {}, {}
    with instance(layout) as app, ExitStack() as stack:
        import sites  # needs a configured Zope

        for number in range(1, options.rounds + 2):
            bare[number] = sites.make_bare(app, number)
            portals[number] = sites.make_portal(app, number)
            _tell(f"bare {bare[number].wall:.2f} s, portal {portals[number].wall:.2f} s")
        start = sites.packed_size(app, layout)
        further = max(3, options.visits + 2 - len(bare))
        for number in range(len(bare) + 1, len(bare) + further + 1):
            sites.make_bare(app, number)
        with_bare = sites.packed_size(app, layout)
        server = stack.enter_context(serving.one_thread(layout))
        for number in range(len(portals) + 1, options.portals + 1):
            portals[number] = sites.make_portal(app, number)
            _tell(f"portal {number}: {portals[number].wall:.2f} s")
            if number % 10 == 0 or number == len(bare) + 1:
                served[number] = server.warm("/truong-1/vi") + server.warm("/truong-1/en")
        with_portals = sites.packed_size(app, layout)
        second = sites.again(app, options.portals)
    return [
        *_time(bare, portals),
        compared(
            "size after pack, with blobs",
            (with_portals - with_bare) / (options.portals - options.rounds - 1) / MIB,
            (with_bare - start) / further / MIB,
            "MiB",
            "(target 2)",
        ),
        Row("time of the k-th portal", slope({k: one.wall for k, one in portals.items() if k > 1})),
        Row("home vi + en of portal 1, of k portals", slope(served)),
        Row("second run, unchanged portal", f"{second.wall / options.portals:.3f} s"),
    ]


def _time(bare: dict[int, Spent], portals: dict[int, Spent]) -> list[Row]:
    """The first of each is left out: it pays for what the process loads once."""
    in_turn = [number for number in bare if number > 1]
    ours = middle([portals[number] for number in in_turn])
    plain = middle([bare[number] for number in in_turn])
    return [
        compared("time per site", ours.wall, plain.wall, "s", "(target 4)"),
        compared("processor time per site", ours.cpu, plain.cpu, "s"),
    ]


def _memory(layout: Layout, options: argparse.Namespace) -> list[Row]:
    """Two fresh servers of one thread; the first two sites pay for what is loaded once."""
    from sites import bare_id
    from sites import unit

    with storage_server(layout):
        plain = [[f"/{bare_id(number)}"] for number in range(1, options.visits + 3)]
        homes = [_homes(unit(number).id) for number in range(1, options.portals + 1)]
        with serving.one_thread(layout) as server:
            bare_each, _first = _visited(server, plain)
        with serving.one_thread(layout) as server:
            each, first = _visited(server, homes[: options.visits + 2])
            before = server.resident()
            _visited(server, homes[options.visits + 2 :])
            total = server.resident()
    return [
        compared("memory per visited site, one connection", each, bare_each, "MiB"),
        Row(f"memory with {options.visits + 2} portals visited", f"{before:.0f} MiB"),
        Row(f"memory with all {options.portals} visited", f"{total:.0f} MiB"),
        Row("first visit of the k-th portal, vi + en", slope(first)),
    ]


def _visited(server: serving.Server, sites: list[list[str]]) -> tuple[float, dict[int, float]]:
    """MiB that each site but the first two adds; seconds of its pages by its place."""
    seconds = {}
    before = 0.0
    for number, pages in enumerate(sites, start=1):
        seconds[number] = sum(server.visit(page) for page in pages)
        if number == 2:
            before = server.resident()
    return (server.resident() - before) / max(1, len(sites) - 2), seconds


def _all_served(layout: Layout, count: int) -> list[Row]:
    from sites import unit

    with serving.real(layout) as server, spent() as visits:
        pages = [page for number in range(1, count + 1) for page in _homes(unit(number).id)]
        answers = [server.status(page) for page in pages]
    good = answers.count(200)
    if good < len(pages):
        raise SystemExit(f"{len(pages) - good} of {len(pages)} home pages did not answer 200")
    return [Row(f"eduportal run: {good} home pages of {count} portals", f"{visits.wall:.0f} s")]


def _homes(unit_id: str) -> list[str]:
    return [f"/{unit_id}/vi", f"/{unit_id}/en"]


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
