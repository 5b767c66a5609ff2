"""``eduportal files``: the text inside files, read in the background, and what could not be."""

from dataclasses import asdict
from eduportal.extraction.found import STATES
from eduportal.server import notes
from eduportal.server.layout import Layout
from typing import Annotated
import json
import signal
import time
import typer

app = typer.Typer(no_args_is_help=True)

Units = Annotated[
    list[str] | None,
    typer.Option("--unit", help="Mã đơn vị; để trống là mọi cổng / Unit ids; all portals if none."),
]
Json = Annotated[bool, typer.Option("--json", help="Kết quả cho máy đọc / Machine-readable.")]
WAITING = "waiting"


@app.command()
def read(
    unit: Units = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Đọc lại mọi tệp / Read every file again.")
    ] = False,
    again: Annotated[
        str,
        typer.Option(
            metavar="STATE",
            help="Đọc lại tệp ở trạng thái này / Read files again that are in this state or have "
            "this reason: empty, failed, no-recognition…",
        ),
    ] = "",
    stay: Annotated[
        int, typer.Option(help="Seconds to wait for more before ending.", hidden=True)
    ] = 0,
    as_json: Json = False,
) -> None:
    """Đọc nội dung các tệp đang chờ / Read the files that wait; a stopped run can be repeated."""
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import instance
    from eduportal.cli.zope import portals_of

    # A stop between two files loses nothing; inside one, the file waits for the next run.
    signal.signal(signal.SIGTERM, _stop)
    layout = Layout.from_environment()
    layout.make()
    done: dict[str, dict] = {}
    with notes.alone(layout.run / "reading.lock") as alone:
        if not alone:
            typer.echo("Đang có lượt đọc khác / Another run is at work.", err=True)
            return
        with instance(layout) as root:
            _round(portals_of(root, unit), layout, done, as_json, _chosen(everything, again))
            while stay and (ids := _next_notes(layout, stay)):
                there = [one for one in ids if one in root.objectIds()]
                for gone in set(ids) - set(there):
                    (layout.reading / gone).unlink(missing_ok=True)
                if there:
                    _round(portals_of(root, there), layout, done, as_json)
    if as_json:
        typer.echo(json.dumps(done, ensure_ascii=False, indent=1))
    else:
        _summary(done)
    raise typer.Exit(1 if any(one["left"] for one in done.values()) else 0)


@app.command("list")
def list_files(
    unit: Units = None,
    state: Annotated[
        str, typer.Option(help=f"{WAITING}, {', '.join(STATES)}; a reason counts too.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Các tệp và tình trạng nội dung / The files and what became of their text."""
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import portals

    found = []
    with portals(unit) as opened:
        from eduportal import fulltext

        for portal in opened:
            for content in fulltext.holders(portal):
                known = fulltext.reading(content)
                if state and (known is None or state not in (known.state, known.reason)):
                    continue
                found.append(_line(content, known))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for one in found:
        typer.echo(f"{one['state']:12} {one['path']}  {one['message']}")
    typer.echo(f"{len(found)} tệp / {len(found)} files")


def _chosen(everything: bool, again: str):
    """Which files, besides those that wait, are to be read; None for no others."""
    if everything:
        return lambda known: True
    if again:
        return lambda known: known is not None and again in (known.state, known.reason)
    return None


def _round(opened, layout: Layout, done: dict, as_json: bool, chosen=None) -> None:
    """Read what waits in each portal, and take its note away where nothing waits any more."""
    import transaction

    for portal in opened:
        unit_id = portal.getId()
        left_at = notes.noted(layout.reading).get(unit_id)
        kept = done.setdefault(unit_id, {"files": [], "left": 0})
        try:
            report = _read_portal(portal, as_json, chosen)
        except Exception as error:
            # One portal in disorder must not keep its neighbours' files unread.
            transaction.abort()
            typer.echo(f"{unit_id}: {type(error).__name__}: {error}", err=True)
            kept["left"] = 1
            continue
        kept["files"] += [asdict(outcome) for outcome in report.outcomes]
        kept["left"] = report.left
        if left_at is not None and not report.left:
            notes.take_away(layout.reading, unit_id, left_at)


def _read_portal(portal, as_json: bool, chosen):
    from eduportal import fulltext

    if chosen is not None:
        fulltext.queue_matching(portal, chosen)
    return fulltext.read_waiting(portal, tell=(lambda outcome: None) if as_json else _tell)


def _next_notes(layout: Layout, seconds: float) -> list[str]:
    """The portals that were noted next, [] where none was for ``seconds``."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = sorted(notes.noted(layout.reading))
        if found:
            return found
        time.sleep(0.5)
    return []


def _line(content, known) -> dict:
    from zope.i18n import translate

    return {
        "path": "/".join(content.getPhysicalPath()),
        "state": known.state if known is not None else "",
        "reason": known.reason if known is not None else "",
        "message": translate(known.message, target_language="vi") if known is not None else "",
        "pages": known.page_count if known is not None else 0,
        "recognised": bool(known is not None and known.recognised),
        "size": content.file.getSize(),
    }


def _tell(outcome) -> None:
    why = f" ({outcome.reason})" if outcome.reason else ""
    typer.echo(f"{outcome.state}{why}: {outcome.path}")


def _summary(done: dict) -> None:
    read = sum(len(one["files"]) for one in done.values())
    left = sum(one["left"] for one in done.values())
    typer.echo(f"Đã xem {read} tệp, còn chờ {left} / {read} files looked at, {left} wait still")


def _stop(number, frame) -> None:
    raise SystemExit(0)
