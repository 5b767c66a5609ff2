"""``eduportal clock``: publishes at its hour what is scheduled, takes down what has expired."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from eduportal.server.layout import Layout
from threading import Event
from typing import Annotated
from zoneinfo import ZoneInfo
import json
import os
import signal
import typer

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def clock(
    once: Annotated[
        bool,
        typer.Option(
            "--once",
            help="Do what is due now, and end. / Làm những việc đã đến giờ rồi kết thúc.",
        ),
    ] = False,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="With --once, for a machine to read. / Kết quả cho máy đọc."),
    ] = False,
    watched_by: Annotated[
        int, typer.Option(help="End with the process of this number, the parent.", hidden=True)
    ] = 0,
) -> None:
    """Run the clock of scheduled publication and expiry. / Đồng hồ đăng bài và gỡ bài theo giờ.

    `eduportal run` starts it; by hand it is only needed where that does not run.
    """
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import instance

    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_ignored: stop.set())
    layout = Layout.from_environment()
    with instance(layout) as root:
        if once:
            raise typer.Exit(_once(root, as_json))
        _for_ever(root, layout, lambda seconds: stop.wait(seconds) or _alone(watched_by))


def _alone(parent: int) -> bool:
    """Whether the instance that started the clock was killed: the clock ends with it."""
    return bool(parent) and os.getppid() != parent


def _once(root, as_json: bool) -> int:
    from eduportal import clock
    from eduportal.provisioning.requests import fresh

    clock.survey_all(root, fresh)
    answer = clock.tick(root, clock.new_holder(), fresh, lambda done: None)
    if as_json:
        typer.echo(json.dumps(asdict(answer), ensure_ascii=False, indent=1))
    else:
        for done in answer.done:
            typer.echo(_line(done))
        if answer.busy:
            typer.echo("Một đồng hồ khác đang làm việc / Another clock is at work")
        typer.echo(f"{len(answer.done)} mục / {len(answer.done)} items")
    return int(any(done.step == "failed" for done in answer.done))


def _for_ever(root, layout: Layout, wait: Callable[[float], bool]) -> None:
    from eduportal import clock
    from eduportal.provisioning.requests import fresh

    clock.run(
        root,
        fresh,
        wait=wait,
        tell=lambda done: typer.echo(f"{datetime.now(ZONE):%d/%m/%Y %H:%M:%S} {_line(done)}"),
        beat=layout.clock.touch,
    )


def _line(done) -> str:
    what = done.path or f"{done.portal} {done.uid}"
    return " ".join(filter(None, [done.step, what, f"(+{done.late:.1f} s)", done.error]))
