"""``eduportal procedures``: the procedures of a unit from a spreadsheet, and back."""

from pathlib import Path
from typing import Annotated
import json
import typer

app = typer.Typer(
    help="Procedures of a unit: import and export. / Thủ tục của đơn vị: nhập và xuất.",
    no_args_is_help=True,
)

Unit = Annotated[str, typer.Argument(metavar="UNIT", help="The unit's id. / Mã đơn vị.")]
STATES = ("draft", "submitted", "published")
WORDS = {
    "new": "new / mới",
    "changed": "changed / thay đổi",
    "unchanged": "unchanged / không đổi",
    "error": "not taken over / chưa nhập được",
}


@app.command("import")
def import_(
    unit: Unit,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Table, .xlsx or .csv. / Bảng tính.")
    ],
    state: Annotated[
        str, typer.Option(help="draft, submitted or published. / Trạng thái thủ tục mới.")
    ] = "draft",
    update: Annotated[
        bool,
        typer.Option("--update", help="Let the table win over the portal. / Ghi đè theo bảng."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done. / Chỉ xem trước.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")
    ] = False,
) -> None:
    """Bring in the procedures of a table; running it again is safe. / Nhập thủ tục từ bảng tính.

    A procedure that is there already is found by its code, else by its name: its empty fields are
    filled, and what the portal says otherwise is kept, unless --update is given.
    """
    if state not in STATES:
        raise typer.BadParameter(f"{state}; states: {', '.join(STATES)}")
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import committed
    from eduportal.cli.zope import portals
    from eduportal.procedures.importing import NoPlace
    from eduportal.procedures.importing import import_table
    from eduportal.procedures.reading import read

    table = read(file)
    with portals([unit]) as opened:
        for _portal in opened:
            try:
                report = committed(
                    lambda: import_table(table, state=state, update=update, dry_run=dry_run)
                )
            except NoPlace:
                typer.echo(
                    f"{unit}: no section for procedures / chưa có chuyên mục thủ tục", err=True
                )
                raise typer.Exit(1) from None
    _tell(report, as_json)
    if report.failed:
        raise typer.Exit(1)


@app.command("export")
def export(
    unit: Unit,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The .xlsx to write. / Tệp .xlsx.")],
) -> None:
    """Write all procedures of a unit to a table that import reads back. / Xuất thủ tục."""
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import portals
    from eduportal.procedures import exporting

    with portals([unit]) as opened:
        for _portal in opened:
            file.write_bytes(exporting.export())
            typer.echo(f"{file}: {file.stat().st_size} B")


def _tell(report, as_json: bool) -> None:
    """Every finding in both languages on the error channel, then the counts."""
    said = [*report.problems, *(one for row in report.outcomes for one in row.problems)]
    for one in said:
        mark = "!" if one.is_error else "·"
        typer.echo(f"{mark} {one.sentence('vi')}\n  {one.sentence('en')}", err=True)
    if as_json:
        typer.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
        return
    for row in report.outcomes:
        for kept in row.kept:
            typer.echo(f"  {row.label} [{kept.column}]: {kept.portal!r} ≠ {kept.table!r}")
    for name, count in report.counts.items():
        typer.echo(f"{count:>6}  {WORDS[name]}")
    if report.dry_run:
        typer.echo("Nothing was stored. / Chưa ghi gì.")
