"""``eduportal files``: the text inside files, read in the background, and what could not be."""

from eduportal.cli.files_run import Run
from eduportal.extraction.found import STATES
from eduportal.server.layout import Layout
from typing import Annotated
import json
import signal
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
    run = Run(layout, as_json)
    with instance(layout) as root:
        run.choose(portals_of(root, unit), everything, again)
        alone = run.read(portals_of(root, unit))
        while alone and stay and (ids := run.next_notes(stay)):
            # A portal may have been deleted since its note was left.
            for gone in set(ids) - set(root.objectIds()):
                (layout.reading / gone).unlink(missing_ok=True)
            alone = run.read(portals_of(root, [one for one in ids if one in root.objectIds()]))
    done = run.done
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


def _summary(done: dict) -> None:
    read = sum(len(one["files"]) for one in done.values())
    left = sum(one["left"] for one in done.values())
    typer.echo(f"Đã xem {read} tệp, còn chờ {left} / {read} files looked at, {left} wait still")


def _stop(number, frame) -> None:
    raise SystemExit(0)
