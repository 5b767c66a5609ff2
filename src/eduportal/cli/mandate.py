"""``eduportal mandate``: read the regulations' catalogue, and check it. Needs no Zope."""

from collections.abc import Iterator
from contextlib import contextmanager
from eduportal.mandate import Catalogue
from eduportal.mandate import MandateError
from eduportal.mandate import Requirement
from eduportal.mandate import Section
from eduportal.mandate import as_data
from eduportal.mandate import catalogue
from eduportal.mandate import problems
from rich.console import Console
from rich.table import Table
from rich.tree import Tree
from typing import Annotated
from typing import Any
import json
import typer

app = typer.Typer(
    help="Quy định và những gì cổng phải có / The regulations and what they demand.",
    no_args_is_help=True,
)

Json = Annotated[bool, typer.Option("--json", help="Kết quả cho máy đọc / Machine-readable.")]
Edition = Annotated[str, typer.Option("--edition", help="Ấn bản / Edition: default, newer-law.")]
Tier = Annotated[
    str, typer.Option("--tier", help="Cấp hoặc loại đơn vị / Tier or kind: so, phong, C1 …")
]


@app.command("list")
def list_requirements(tier: Tier = "", edition: Edition = "default", as_json: Json = False) -> None:
    """Các yêu cầu / The requirements, all or those of a tier."""
    with _errors_told():
        mandate = catalogue(edition)
        found = mandate.requirements(mandate.kind_for(tier).tier if tier else None)
    if as_json:
        _print_json([_summary(one) for one in found])
        return
    table = Table(box=None, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for one in found:
        by = f"{one.obligation}, {one.capability} ({one.state})"
        table.add_row(one.id, f"{one.title_vi} / {one.title_en}  [dim]{by}[/dim]")
    Console().print(table)


@app.command()
def show(
    requirement_id: Annotated[str, typer.Argument(metavar="ID")],
    edition: Edition = "default",
    as_json: Json = False,
) -> None:
    """Một yêu cầu, nơi quy định và nơi đáp ứng / One requirement, its sources and sections."""
    with _errors_told():
        mandate = catalogue(edition)
        one = mandate.requirement(requirement_id)
    sections = _serving(mandate, one)
    if as_json:
        _print_json({**as_data(one), "sections": sections})
        return
    console = Console()
    console.print(f"[bold]{one.title_vi}[/bold]\n{one.title_en}")
    console.print(f"{one.obligation} · {one.check} · {one.capability} ({one.state})")
    for citation in one.citations:
        source = mandate.source(citation.source)
        console.print(f"\n{source.label_vi}, {citation.where}\n  “{citation.quote}”", markup=False)
    for annotation in one.annotations:
        source = mandate.source(annotation.source)
        place = f"{source.name_vi} {annotation.where}".strip()
        console.print(f"\n→ {place}: {annotation.note_vi}", markup=False)
    for kind, ids in sections.items():
        console.print(f"{kind}: {', '.join(ids)}", markup=False)


@app.command()
def tree(tier: Tier, edition: Edition = "default", as_json: Json = False) -> None:
    """Cây chuyên mục của một loại đơn vị / The section tree of one kind of unit."""
    with _errors_told():
        mandate = catalogue(edition)
        kind = mandate.kind_for(tier)
    sections = mandate.sections(kind.code)
    if as_json:
        _print_json([as_data(section) for section in sections])
        return
    root = Tree(f"{kind.title_vi} / {kind.title_en} ({kind.code})")
    branches = {"": root}
    for section in sections:
        branches[section.id] = branches[section.parent].add(_line(section))
    Console().print(root)


@app.command()
def check(edition: Edition = "default", as_json: Json = False) -> None:
    """Đếm và tìm chỗ thiếu / Count what is met and how, and tell every gap."""
    with _errors_told():
        mandate = catalogue(edition)
        found = problems(mandate)
    counts = mandate.coverage()
    if as_json:
        told = [{"en": one.en, "vi": one.vi} for one in found]
        _print_json({"edition": edition, "requirements": counts, "problems": told})
    else:
        typer.echo(f"{counts['sections']} bằng chuyên mục / by sections")
        typer.echo(f"{counts['capability']} bằng chức năng đã có / by a built capability")
        typer.echo(f"{counts['manual']} còn kiểm tra bằng tay / still manual, planned")
        for one in found:
            typer.echo(str(one), err=True)
    if found:
        raise typer.Exit(1)


@contextmanager
def _errors_told() -> Iterator[None]:
    """A broken catalogue or an unknown id is a sentence, not a traceback."""
    try:
        yield
    except MandateError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def _summary(one: Requirement) -> dict[str, Any]:
    keys = ("id", "title_vi", "title_en", "group", "tiers", "obligation", "essential")
    keys += ("check", "weight", "capability", "state")
    return {key: as_data(getattr(one, key)) for key in keys}


def _serving(mandate: Catalogue, one: Requirement) -> dict[str, list[str]]:
    """Section ids by kind of unit, kinds without any left out."""
    found = {
        code: [section.id for section in mandate.serving(one.id, code)] for code in mandate.kinds()
    }
    return {code: ids for code, ids in found.items() if ids}


def _line(section: Section) -> str:
    hidden = "" if section.in_menu else " (ẩn khi trống / hidden while empty)"
    return f"{section.title_vi} / {section.title_en}  [dim]{section.id}{hidden}[/dim]"


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
