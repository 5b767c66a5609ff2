"""``eduportal provision``: a portal for each row of the spreadsheet of units."""

from dataclasses import asdict
from eduportal.cli.zope import instance
from eduportal.units.model import Unit
from pathlib import Path
from rich.console import Console
from rich.progress import BarColumn
from rich.progress import MofNCompleteColumn
from rich.progress import Progress
from rich.progress import TextColumn
from rich.progress import TimeElapsedColumn
from rich.table import Table
from typing import Annotated
import json
import typer

COLUMNS = tuple(Unit.__dataclass_fields__)
console = Console(stderr=True)


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
    if not file.is_file():
        raise typer.BadParameter(f"there is no file {file}", param_hint="FILE")
    with instance() as root:
        from eduportal.provisioning import instance as portals
        from eduportal.provisioning.spreadsheet import checked

        plan = checked(root, file)
        chosen = [unit for unit in plan.units if not only or unit.id in only]
        problems = plan.problems + [
            _missing(unit_id) for unit_id in only or () if unit_id not in {u.id for u in chosen}
        ]
        for problem in plan.problems:
            _say(problem)
        bad = any(problem.severity == "error" for problem in plan.problems)
        if strict and bad:
            console.print("[red]Nothing was done (--strict): correct the rows above.[/red]")
            raise typer.Exit(1)
        outcomes = _run(root, portals, chosen, frozenset(overwrite or ()), dry_run)
        if sample and not dry_run:
            _load_samples(root, chosen)
    failed = any(outcome.done == "failed" for outcome in outcomes)
    if as_json:
        typer.echo(
            json.dumps(
                {
                    "dry_run": dry_run,
                    "outcomes": [asdict(outcome) for outcome in outcomes],
                    "problems": [problem.as_dict() for problem in plan.problems],
                },
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        _summary(outcomes, dry_run)
    if failed or bad or len(problems) > len(plan.problems):
        raise typer.Exit(1)


def _run(root, portals, chosen, overwrite, dry_run):
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
    ) as progress:
        task = progress.add_task("portals", total=len(chosen))

        def tell(outcome) -> None:
            progress.console.print(f"  {outcome.unit}: {outcome.done} ({outcome.seconds} s)")
            progress.advance(task)

        return portals.provision(root, chosen, overwrite=overwrite, dry_run=dry_run, tell=tell)


def _load_samples(root, chosen) -> None:
    from eduportal import sample
    from eduportal.provisioning.requests import fresh
    import transaction

    for unit in chosen:
        with console.status(f"sample content: {unit.id}"), fresh(root, unit.id) as portal:
            sample.load(portal)
            transaction.commit()
            root._p_jar.cacheMinimize()


def _missing(unit_id: str) -> str:
    sentence = f"--only {unit_id}: no good row has this id"
    console.print(f"[red]{sentence}[/red]")
    return sentence


def _say(problem) -> None:
    colour = "red" if problem.severity == "error" else "yellow"
    for language in ("vi", "en"):
        console.print(problem.sentence(language), style=colour, markup=False)


def _summary(outcomes, dry_run: bool) -> None:
    table = Table(title="Dry run: nothing was changed" if dry_run else None)
    for heading in ("unit", "outcome", "seconds", "changed", "kept by the portal"):
        table.add_column(heading)
    for outcome in outcomes:
        kept = "; ".join(
            f"{d.column}: {d.portal!r}, spreadsheet {d.spreadsheet!r}" for d in outcome.differences
        )
        table.add_row(
            outcome.unit,
            outcome.error and f"{outcome.done}: {outcome.error}" or outcome.done,
            f"{outcome.seconds:.1f}",
            ", ".join(outcome.changed),
            kept,
        )
    Console().print(table)
