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
        machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
        print(f"\n{machine}, {whole.wall:.0f} s altogether\n")
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
            if number % 10 == 0 or number in (options.rounds + 2, options.portals):
                served[number] = server.warm("/truong-1/vi") + server.warm("/truong-1/en")
        with_portals = sites.packed_size(app, layout)
        second = sites.again(app, options.portals)
        listed = sites.listed(app)
    made = sum(one.wall for one in portals.values())
    by_number = {number: one.cpu for number, one in portals.items() if number > 1}
    return [
        *_time(bare, portals),
        Row(f"{options.portals} portals made in one process", f"{made:.0f} s"),
        compared(
            "size after pack, with blobs",
            (with_portals - with_bare) / (options.portals - options.rounds - 1) / MIB,
            (with_bare - start) / further / MIB,
            "MiB",
            "(target 2)",
        ),
        Row("processor time of portal k", slope(by_number)),
        Row("home vi + en of portal 1, k portals there", slope(served)),
        Row("second run, unchanged portal", f"{second.wall / options.portals:.3f} s"),
        Row("the same, processor time", f"{second.cpu / options.portals:.3f} s"),
        Row("reading all units, per portal", f"{listed.cpu / options.portals * 1000:.1f} ms"),
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
    """Two fresh servers of one thread, one for bare sites and one for portals."""
    from sites import bare_id
    from sites import unit

    last = options.visits + 2
    plain = [[f"/{bare_id(number)}"] for number in range(1, last + 1)]
    homes = [_homes(unit(number).id) for number in range(1, options.portals + 1)]
    with storage_server(layout):
        with serving.one_thread(layout) as server:
            _seconds, of_bare = _visited(server, plain)
        with serving.one_thread(layout) as server:
            seconds, of_portals = _visited(server, homes)
    each, bare_each = ((of[last] - of[2]) / options.visits for of in (of_portals, of_bare))
    return [
        compared("memory per visited site, one connection", each, bare_each, "MiB"),
        Row(f"memory, {last} portals visited", f"{of_portals[last]:.0f} MiB"),
        Row(f"memory, {options.portals} portals visited", f"{of_portals[options.portals]:.0f} MiB"),
        Row("first visit of portal k, vi + en, processor", slope(seconds)),
    ]


def _visited(
    server: serving.Server, sites: list[list[str]]
) -> tuple[dict[int, float], dict[int, float]]:
    """Processor time of each site's pages by its place, and MiB of the server after it.

    The first two sites pay for what the server loads once; their seconds are left out.
    """
    seconds, memory = {}, {}
    for number, pages in enumerate(sites, start=1):
        before = server.processor()
        for page in pages:
            server.visit(page)
        seconds[number] = server.processor() - before
        memory[number] = server.resident()
    return {number: seconds[number] for number in seconds if number > 2}, memory


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
