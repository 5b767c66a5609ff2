"""``eduportal units``: names, the list of portals, and what becomes of a unit."""

from dataclasses import asdict
from datetime import date
from eduportal.cli.units_naming import name
from eduportal.cli.zope import instance
from eduportal.cli.zope import portals
from rich.console import Console
from rich.table import Table
from typing import Annotated
import json
import typer

app = typer.Typer(no_args_is_help=True)
app.command("name")(name)

Unit = Annotated[str, typer.Argument(help="Id of the unit.")]
Json = Annotated[bool, typer.Option("--json", help="Print as JSON.")]


@app.command("list")
def list_units(as_json: Json = False) -> None:
    """The instance's units: id, kind, parent, domain, name."""
    with instance() as root:
        from eduportal.provisioning.instance import units

        found = units(root)
    if as_json:
        typer.echo(json.dumps([asdict(unit) for unit in found.values()], ensure_ascii=False))
        return
    table = Table()
    for column in ("id", "tier", "parent", "domain", "name"):
        table.add_column(column)
    for unit in found.values():
        table.add_row(unit.id, unit.tier, unit.parent, unit.domain, unit.name)
    Console().print(table)


@app.command()
def reparent(unit: Unit, parent: Annotated[str, typer.Argument(help="Id of the parent.")]) -> None:
    """Give a unit another parent; its portal and addresses stay."""
    with instance() as root:
        from eduportal.provisioning.hierarchy import reparent

        earlier = reparent(root, unit, parent)
    typer.echo(f"{unit}: parent {earlier or '-'} -> {parent}")


@app.command()
def domain(unit: Unit, name: Annotated[str, typer.Argument(help="The new domain.")]) -> None:
    """Give a unit another domain; the earlier one redirects to it for good (301)."""
    with _one(unit) as portal_at_hand:
        from eduportal.look import theming
        from eduportal.units import closing

        for portal in portal_at_hand:
            earlier = closing.change_domain(name)
            theming.align(portal)
    typer.echo(f"{unit}: domain {earlier or '-'} -> {name}")


@app.command()
def theming(
    unit: Unit,
    allowed: Annotated[
        bool, typer.Option("--allow/--forbid", help="Whether its administrators may do it.")
    ],
) -> None:
    """Let a unit with a domain of its own bring in themes and scripts of its own, or not."""
    with _one(unit) as portal_at_hand:
        from eduportal.look import theming

        for portal in portal_at_hand:
            theming.set_allowed(portal, allowed)
            host = theming.own_host(portal)
    if allowed and not host:
        typer.echo(f"{unit}: allowed, but closed while the portal has no domain of its own")
    else:
        typer.echo(f"{unit}: own themes are {'allowed, at ' + host if allowed else 'forbidden'}")


@app.command()
def password(unit: Unit) -> None:
    """Give a unit's administrator a new one-time password, into $VAR/one-time-passwords.csv."""
    with _one(unit) as portal_at_hand:
        from eduportal.provisioning import accounts
        from eduportal.units import settings

        for _portal in portal_at_hand:
            login = accounts.renew_password(settings.current_unit())
    typer.echo(f"{unit}: a new one-time password for {login}")


@app.command()
def close(
    unit: Unit,
    to: Annotated[str, typer.Option(help="Unit id or address that visitors are sent to.")],
) -> None:
    """Close a unit: nothing is deleted, visitors are sent on for good (301)."""
    with instance() as root:
        from eduportal.provisioning.hierarchy import close

        close(root, unit, to, date.today())
    typer.echo(f"{unit}: closed, visitors go to {to}")


@app.command()
def reopen(unit: Unit) -> None:
    """Open a closed unit again."""
    with _one(unit) as portal_at_hand:
        from eduportal.units import closing

        for _portal in portal_at_hand:
            closing.reopen()
    typer.echo(f"{unit}: open")


def _one(unit: str):
    return portals([unit])
