"""``eduportal run``: the instance in the foreground, until Ctrl-C."""

from eduportal.server.layout import Layout
from eduportal.server.supervisor import serve
from pathlib import Path
from typing import Annotated
import os
import typer


def run(
    sample: Annotated[
        Path | None,
        typer.Option(help="Spreadsheet to provision, with sample content, on the first start."),
    ] = None,
    host: Annotated[str, typer.Option(envvar="HOST", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(envvar="PORT", help="Port to listen on.")] = 8080,
) -> None:
    """Run the instance in $VAR: its storage server and its web server.

    Prints READY with the address once pages are served.
    """
    raise typer.Exit(serve(Layout.from_environment(), host, port, sample, dict(os.environ)))
