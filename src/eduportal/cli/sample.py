"""``eduportal sample``: sample content in, sample content out."""

from eduportal.cli.zope import committed
from eduportal.cli.zope import portals
from functools import partial
from typing import Annotated
import typer

app = typer.Typer(no_args_is_help=True)

Units = Annotated[list[str] | None, typer.Argument(help="Ids of units; all portals if none.")]


@app.command()
def load(units: Units = None) -> None:
    """Load the sample content; what is there already stays."""
    with portals(units) as opened:
        from eduportal import sample

        for portal in opened:
            loaded = committed(partial(sample.load, portal))
            typer.echo(f"{portal.getId()}: {len(loaded)} loaded")


@app.command()
def remove(units: Units = None) -> None:
    """Remove exactly what the sample content brought, wherever it has been moved."""
    with portals(units) as opened:
        from eduportal import sample

        for portal in opened:
            report = committed(partial(sample.unload, portal))
            typer.echo(f"{portal.getId()}: {len(report.removed)} removed")
            for path in report.kept:
                typer.echo(f"  {path} stays: something was put inside it")
