"""``eduportal feeds``: news of other sites, fetched for the portals' home pages."""

from dataclasses import asdict
from eduportal.server.layout import Layout
from typing import Annotated
import json
import typer

app = typer.Typer(
    help="News from elsewhere, by RSS. / Tin từ các trang khác qua RSS.", no_args_is_help=True
)

Json = Annotated[bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")]


@app.callback()
def feeds() -> None:
    """News from elsewhere, by RSS. / Tin từ các trang khác qua RSS."""


@app.command()
def fetch(as_json: Json = False) -> None:
    """Fetch the feeds that are due; `eduportal run` does so by itself. / Lấy tin đã đến hạn."""
    # --help should not wait for the parsers
    from eduportal.feeds.gathering import gather

    done = list(gather(Layout.from_environment().var))
    if as_json:
        typer.echo(json.dumps([asdict(copy) for copy in done], ensure_ascii=False, indent=1))
        return
    for copy in done:
        typer.echo(f"{copy.reason or 'ok'}\t{len(copy.items)}\t{copy.address}")
