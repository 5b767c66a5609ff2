"""What ``eduportal provision`` tells people and machines."""

from dataclasses import asdict
from rich.console import Console
from rich.table import Table
import json
import typer

# What people follow while it runs goes to the error stream; the answer goes to the output.
console = Console(stderr=True)


def problems(found: list, stopped: bool, missing: list[str]) -> None:
    """Each problem in Vietnamese and English, with its sheet, row and column."""
    for problem in found:
        colour = "red" if problem.is_error else "yellow"
        for language in ("vi", "en"):
            console.print(problem.sentence(language), style=colour, markup=False, soft_wrap=True)
    for unit_id in missing:
        console.print(f"--only {unit_id}: no portal was made or looked at for it", style="red")
    if stopped:
        console.print("Nothing was done (--strict): correct the rows above.", style="red")


def summary(outcomes: list, dry_run: bool) -> None:
    """A table of the portals, with what the portals keep against the spreadsheet."""
    table = Table(title="Dry run: nothing was changed" if dry_run else None)
    for heading in ("unit", "outcome", "seconds", "changed", "kept by the portal"):
        table.add_column(heading)
    for outcome in outcomes:
        kept = "; ".join(
            f"{d.column}: {d.portal!r}, spreadsheet {d.spreadsheet!r}" for d in outcome.differences
        )
        done = f"{outcome.done}: {outcome.error}" if outcome.error else outcome.done
        seconds = f"{outcome.seconds:.1f}"
        table.add_row(outcome.unit, done, seconds, ", ".join(outcome.changed), kept)
    Console().print(table)


def as_json(outcomes: list, found: list, dry_run: bool) -> None:
    """The same as one JSON object."""
    said = {
        "dry_run": dry_run,
        "outcomes": [asdict(outcome) for outcome in outcomes],
        "problems": [problem.as_dict() for problem in found],
    }
    typer.echo(json.dumps(said, ensure_ascii=False, indent=1))
