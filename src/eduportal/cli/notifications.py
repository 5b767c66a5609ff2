"""``eduportal notifications``: the weekly summary to the people of the editorial boards."""

from dataclasses import asdict
from eduportal.cli.zope import portals
from typing import Annotated
import json
import typer

app = typer.Typer(
    help="The board's weekly summary by e-mail. / Thư tổng hợp hằng tuần của ban biên tập.",
    no_args_is_help=True,
)


@app.callback()
def group() -> None:
    """The board's mails. / Thư của ban biên tập."""


@app.command()
def digest(
    units: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[UNIT]...",
            help="Unit ids; without them every portal. / Mã đơn vị; để trống là mọi cổng.",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")
    ] = False,
) -> None:
    """Queue this week's mails; a second run in a week sends nothing. / Gửi thư của tuần này."""
    done = {}
    with portals(units) as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal import notifications

        for portal in opened:
            done[portal.getId()] = asdict(notifications.send_digests(portal))
    if as_json:
        typer.echo(json.dumps(done, indent=2))
        return
    letters = sum(report["letters"] for report in done.values())
    typer.echo(f"Thư đưa vào hàng chờ gửi / Mails queued: {letters}")
