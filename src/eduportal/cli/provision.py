"""``eduportal provision``: a portal for each row of the spreadsheet of units."""

from eduportal.cli import provision_report
from eduportal.cli.provision_report import console
from eduportal.cli.zope import instance
from eduportal.units.model import Unit
from eduportal.units.rules import Checked
from eduportal.units.spreadsheet import read
from pathlib import Path
from rich.progress import BarColumn
from rich.progress import MofNCompleteColumn
from rich.progress import Progress
from rich.progress import TextColumn
from rich.progress import TimeElapsedColumn
from typing import Annotated
import typer

COLUMNS = tuple(Unit.__dataclass_fields__)


def provision(
    file: Annotated[Path, typer.Argument(help="Spreadsheet of units, .csv or .xlsx.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done.")] = False,
    only: Annotated[list[str] | None, typer.Option(help="Only this unit; repeatable.")] = None,
    overwrite: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="Let the spreadsheet win in this column."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="One bad row stops all.")] = False,
    sample: Annotated[bool, typer.Option("--sample", help="Load sample content too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Create or update one portal per unit; running it again is safe.

    What a portal's own editors changed wins over the spreadsheet and is reported, unless
    --overwrite names the column.
    """
    unknown = sorted(set(overwrite or ()) - set(COLUMNS))
    if unknown:
        raise typer.BadParameter(f"{', '.join(unknown)}; columns: {', '.join(COLUMNS)}")
    table = read(file)
    plan, outcomes = Checked([], table.problems), []
    if table.rows:
        with instance() as root:
            from eduportal.provisioning.spreadsheet import checked

            plan = checked(root, table)
            if not (strict and plan.errors):
                chosen = [unit for unit in plan.units if not only or unit.id in only]
                outcomes = _run(root, chosen, frozenset(overwrite or ()), dry_run)
                if sample and not dry_run:
                    _load_samples(root, chosen)
    missing = sorted(set(only or ()) - {outcome.unit for outcome in outcomes})
    provision_report.problems(plan.problems, stopped=strict and bool(plan.errors), missing=missing)
    if as_json:
        provision_report.as_json(outcomes, plan.problems, dry_run)
    else:
        provision_report.summary(outcomes, dry_run)
    if plan.errors or missing or any(outcome.done == "failed" for outcome in outcomes):
        raise typer.Exit(1)


def _run(root, units, overwrite, dry_run) -> list:
    from eduportal.provisioning.instance import provision as provision_units

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
    ) as progress:
        task = progress.add_task("portals", total=len(units))

        def tell(outcome) -> None:
            progress.console.print(f"  {outcome.unit}: {outcome.done} ({outcome.seconds} s)")
            progress.advance(task)

        return provision_units(root, units, overwrite=overwrite, dry_run=dry_run, tell=tell)


def _load_samples(root, units) -> None:
    from eduportal import sample
    from eduportal.provisioning.requests import fresh
    import transaction

    for unit in units:
        with console.status(f"sample content: {unit.id}"), fresh(root, unit.id) as portal:
            sample.load(portal)
            transaction.commit()
            root._p_jar.cacheMinimize()
