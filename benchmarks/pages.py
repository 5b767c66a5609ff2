"""Figures of pages for visitors beside bare Plone: made anew, after a change, and from memory.

``python benchmarks/pages.py`` makes both sites in a temporary folder, serves each from a process of
its own with one thread and prints tables; README.md in this folder says how each figure is taken.
"""

from collections.abc import Callable
from page_sites import Site
from page_sites import Sites
from page_sites import arguments
from page_sites import served
from statistics import median
from visitor import Answer
from visitor import Crowd
from visitor import Visitor
from visitor import crowd
import os
import platform
import time

ANEW = "uncached=1"
"""A cookie that nobody knows: it might be somebody's sign-in, so Zope makes the page anew."""
SETTLED = 0.02
"""Seconds for the server to hear of another process's transaction."""
CONNECTIONS = 8
SECONDS = 5

Times = dict[str, float]
Cost = tuple[float, float]
"""Seconds on the clock, and of the server's processor time."""
Spent = dict[str, Cost]


def main() -> None:
    options = arguments(__doc__, 25, "visits of each page, in turn")
    with served(options) as sites:
        before = sites.bare.server.resident(), sites.kit.server.resident()
        bare, kit = Visitor(sites.bare.server.port), Visitor(sites.kit.server.port)
        anew, changed = _anew(sites, (bare, kit), options.rounds)
        kept = _from_memory(kit, sites.kit, options.rounds * 20)
        looked_up = _from_memory(kit, sites.kit, options.rounds, sites.write)
        after = sites.bare.server.resident(), sites.kit.server.resident()
        # each server has one thread and may give up a connection that waits while another works
        bare.socket.close()
        kit.socket.close()
        crowds = _crowds(sites)
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    print(f"\n{machine}; {options.rounds} rounds, load {os.getloadavg()[0]:.1f}\n")
    print(_table(sites, anew, changed, kept, looked_up))
    print(f"\n{_crowd_table(crowds)}\n")
    for name, first, last in zip(("bare Plone", "the portal"), before, after, strict=True):
        print(f"memory of the server, {name}: {first:.0f} MiB at the start, {last:.0f} visited")


def _anew(sites: Sites, visitors: tuple[Visitor, Visitor], rounds: int) -> tuple[Spent, Spent]:
    """Every page made by Zope, of both sites in turn: with nothing changed, and after an edit."""
    anew: dict[str, list[Cost]] = {name: [] for _site, name, _path in sites.pages}
    changed: dict[str, list[Cost]] = {name: [] for name in anew}
    for _warm in range(3):
        for site, _name, path in sites.pages:
            _cost(site, visitors[site is sites.kit], path)
    for _round in range(rounds):
        for site, name, path in sites.pages:
            visitor = visitors[site is sites.kit]
            # the pages before this one came after edits
            _cost(site, visitor, path)
            anew[name].append(_cost(site, visitor, path))
            site.edit()
            time.sleep(SETTLED)
            changed[name].append(_cost(site, visitor, path))
    return _spent(anew), _spent(changed)


def _cost(site: Site, visitor: Visitor, path: str) -> Cost:
    before = site.server.worked()
    seconds = _demand(visitor.get(path, Cookie=ANEW), path).seconds
    return seconds, site.server.worked() - before


def _spent(costs: dict[str, list[Cost]]) -> Spent:
    return {
        name: (median(wall for wall, _work in found), median(work for _wall, work in found))
        for name, found in costs.items()
    }


def _medians(times: dict[str, list[float]]) -> Times:
    return {name: median(found) for name, found in times.items()}


def _from_memory(
    visitor: Visitor, site: Site, rounds: int, before: Callable[[], None] | None = None
) -> Times:
    """The portal's pages that are kept, after ``before`` for each visit."""
    times: dict[str, list[float]] = {name: [] for name in site.pages}
    for path in site.pages.values():
        visitor.get(path, Accept_Encoding="gzip")
    for _round in range(rounds):
        for name, path in site.pages.items():
            if before:
                before()
                time.sleep(SETTLED)
            answer = _demand(visitor.get(path, Accept_Encoding="gzip"), path)
            if answer.headers.get("x-page-memory") != "kept":
                raise SystemExit(f"a page that should have been kept was not: {answer.headers}")
            times[name].append(answer.seconds)
    return _medians(times)


def _crowds(sites: Sites) -> dict[str, Crowd]:
    """Eight visitors at once: one page of each site, then all of the portal's amid edits."""
    bare, kit = sites.bare, sites.kit
    home, bare_home = [kit.pages["home"]], [bare.pages["bare: home"]]
    return {
        "bare: home": crowd(bare.server.port, bare_home, CONNECTIONS, SECONDS),
        "home": crowd(kit.server.port, home, CONNECTIONS, SECONDS),
        "all four pages, edited meanwhile": crowd(
            kit.server.port, [*kit.pages.values()], CONNECTIONS, SECONDS, kit.edit
        ),
    }


def _demand(answer: Answer, path: str) -> Answer:
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    return answer


def _table(sites: Sites, anew: Spent, changed: Spent, kept: Times, looked_up: Times) -> str:
    """Times in ms; in brackets how they stand to the bare site's page of that sort, unchanged."""
    lines = [
        "| page | made anew | processor | first after an edit | processor "
        "| from memory | after a write elsewhere |",
        "| --- |" + " --- |" * 6,
    ]
    for _site, name, _path in sites.pages:
        sort = name.removeprefix("bare: ").partition(",")[0]
        bare = anew[f"bare: {sort}"]
        cells = [
            f"{seconds * 1000:.1f} ms ({seconds / least:.2f}x)"
            for costs in (anew, changed)
            for seconds, least in zip(costs[name], bare, strict=True)
        ]
        for times in (kept, looked_up):
            found = times.get(name)
            cells.append(
                f"{found * 1000:.2f} ms, {1 / found:.0f}/s ({bare[0] / found:.0f}x as many)"
                if found
                else ""
            )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _crowd_table(crowds: dict[str, Crowd]) -> str:
    lines = [
        f"| {CONNECTIONS} connections, {SECONDS} s | requests/s | answers by status |",
        "| --- | --- | --- |",
    ]
    bare = crowds["bare: home"].each_second
    for name, found in crowds.items():
        statuses = ", ".join(f"{status}: {number}" for status, number in found.answers.items())
        each = f"{found.each_second:.0f} ({found.each_second / bare:.0f}x)"
        lines.append(f"| {name} | {each} | {statuses} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
