"""How an import of documents is told on the screen."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from eduportal.cli.provision_report import console
from rich.progress import BarColumn
from rich.progress import MofNCompleteColumn
from rich.progress import Progress
from rich.progress import TextColumn
from rich.progress import TimeElapsedColumn
import json
import typer

WORDS = {
    "new": "new / mới",
    "changed": "changed / thay đổi",
    "unchanged": "unchanged / không đổi",
    "error": "not filed / chưa nhập được",
    "kept": "portal differs and was kept / cổng ghi khác, giữ nguyên",
    "warnings": "warnings / lưu ý",
}


@contextmanager
def progress(total: int) -> Iterator[Callable]:
    """A bar that goes on as rows are filed."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
    ) as shown:
        task = shown.add_task("documents / văn bản", total=total)
        yield lambda report: shown.update(task, total=report.total, completed=len(report.outcomes))


def problems(report) -> None:
    """Every finding with its place, in both languages, on the error channel."""
    said = [*report.problems, *(one for row in report.outcomes for one in row.problems)]
    for one in said:
        mark = "!" if one.is_error else "·"
        typer.echo(f"{mark} {one.sentence('vi')}\n  {one.sentence('en')}", err=True)


def summary(report) -> None:
    """Counts, what the portal kept, and the speed."""
    for row in report.outcomes:
        for kept in row.kept:
            typer.echo(f"  {row.label} [{kept.column}]: {kept.portal!r} ≠ {kept.table!r}")
    for name, count in report.counts.items():
        if count or name == "new":
            typer.echo(f"{count:>6}  {WORDS[name]}")
    if report.dry_run:
        typer.echo("Nothing was stored. / Chưa ghi gì.")
    elif report.seconds:
        speed = report.total / report.seconds
        typer.echo(f"{report.seconds:.1f} s, {speed:.1f} documents/s / văn bản mỗi giây")


def as_json(report) -> None:
    typer.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
