"""Figures of the register's search beside stock Plone, SQLite FTS5 and PostgreSQL.

``python benchmarks/register.py`` works in a temporary folder and prints a table;
README.md in this folder says how each figure is taken.
"""

from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from eduportal.cli.zope import instance
from eduportal.server.layout import Layout
from eduportal.server.storage import storage_server
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode
import argparse
import corpus
import os
import other_engines
import platform
import serving
import sys
import tempfile
import time

PORTAL = "truong-1"
BARE = "bare-1"
ASKED = 15
FILED = 100
MIB = 1024 * 1024
Times = dict[str, list[float]]


def main() -> None:
    options = _options()
    with ExitStack() as stack:
        var = options.var or stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-"))
        var.mkdir(exist_ok=True)
        os.environ |= {"VAR": str(var), "ADMIN_PASSWORD": "benchmark"}
        layout = Layout.from_environment()
        database = stack.enter_context(other_engines.postgres(var))
        measured = {}
        for size in options.sizes:
            bare = min(size, options.bare)
            # Zope's database is opened once in the life of a process.
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
                register, facts = apart.submit(_filled, layout, size, bare).result()
            measured[size] = _served(layout, register, facts) | facts
            measured[size] |= _others(var, database, size)
            _tell(f"{size} documents measured\n{_table(measured)}")
        machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
        print(f"\n{machine}; bare Plone holds at most {options.bare} documents\n")
        print(_table(measured))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    sizes = [1_000, 10_000, 100_000]
    parser.add_argument("--sizes", type=int, nargs="+", default=sizes, help="documents (1k-100k)")
    parser.add_argument("--bare", type=int, default=10_000, help="most in the bare site (10000)")
    parser.add_argument("--var", type=Path, help="a folder to work in, to keep, to continue in")
    return parser.parse_args()


def _filled(layout: Layout, size: int, bare: int) -> tuple[str, dict[str, str]]:
    """The register's address with ``size`` documents in it, and what filling took."""
    facts = {}
    with instance(layout) as app:
        import register_sites
        import sites  # needs a configured Zope

        if PORTAL not in app.objectIds():
            sites.make_portal(app, 1)
            sites.make_bare(app, 1)
        before, there = sites.packed_size(app, layout), register_sites.count(app, PORTAL)
        times = register_sites.fill(app, PORTAL, corpus.records(there, size))
        if size > there:
            grown = (sites.packed_size(app, layout) - before) / (size - there)
            facts["growth per document"] = f"{grown / 1024:.1f} KiB"
            facts["cataloguing, processor"] = f"{times.cpu / (size - there) * 1000:.1f} ms"
        time = register_sites.filed(app, PORTAL, FILED)
        facts["filed one by one, processor"] = f"{time.cpu / FILED * 1000:.1f} ms"
        at = register_sites.count(app, BARE)
        if bare > at:
            times = register_sites.fill_bare(app, BARE, corpus.records(at, bare))
            facts["bare: cataloguing, processor"] = f"{times.cpu / (bare - at) * 1000:.1f} ms"
        return register_sites.address(app, PORTAL), facts


def _served(layout: Layout, register: str, facts: dict[str, str]) -> dict[str, str]:
    """Pages and answers of a server with one thread, all of them asked for in turn."""
    asked = {"bare: front page": f"/{BARE}", "register, nothing asked": register}
    for name, phrase in corpus.QUERIES.items():
        query = urlencode({"q": phrase})
        asked[f"register, {name}"] = f"{register}?{query}"
        asked[f"register, {name}, newest first"] = f"{register}?{query}&sort=date"
        searched = urlencode({"SearchableText": phrase})
        asked[f"bare: @@search, {name}"] = f"/{BARE}/@@search?{searched}"
    asked["register, common, form and year"] = (
        f"{register}?{urlencode({'q': corpus.COMMON, 'kind': 'thong-tu', 'year': 2015})}"
    )
    asked["register, last page"] = f"{register}?b_start=980"
    times: Times = {name: [] for name in asked}
    with storage_server(layout), serving.one_thread(layout) as server:
        for path in asked.values():
            server.visit(path)
        for _round in range(ASKED):
            for name, path in asked.items():
                times[name].append(server.visit(path))
        resident = server.resident()
    return {name: _shown(found) for name, found in times.items()} | {
        "memory of the server": f"{resident:.0f} MiB"
    }


def _others(var: Path, database: other_engines.Postgres, size: int) -> dict[str, str]:
    file = var / "documents.sqlite"
    file.unlink(missing_ok=True)
    answers = {}
    for engine in (other_engines.Sqlite(file), database):
        began = time.process_time()
        engine.load(corpus.records(0, size))
        answers[f"{engine.name}: size per document"] = f"{engine.size() / size / 1024:.1f} KiB"
        _tell(f"{engine.name} loaded, {time.process_time() - began:.0f} s")
        for name, phrase in corpus.QUERIES.items():
            engine.ask(phrase)
            answers[f"{engine.name}: {name}"] = _shown(
                [_timed(engine, phrase) for _ in range(ASKED)]
            )
    return answers


def _timed(engine, phrase: str) -> float:
    began = time.monotonic()
    engine.ask(phrase)
    return time.monotonic() - began


def _shown(times: list[float]) -> str:
    """Median and 95th percentile, in milliseconds."""
    cuts = quantiles(times, n=20, method="inclusive")
    return f"{cuts[9] * 1000:.1f} / {cuts[18] * 1000:.1f} ms"


def _table(measured: dict[int, dict[str, str]]) -> str:
    names = list(dict.fromkeys(name for found in measured.values() for name in found))
    lines = [["p50 / p95", *(f"{size:,}" for size in measured)], ["---"] * (len(measured) + 1)]
    lines += [[name, *(found.get(name, "") for found in measured.values())] for name in names]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
