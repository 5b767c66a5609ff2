"""``eduportal documents``: many documents from one spreadsheet and a folder, and back."""

from eduportal.cli import documents_report
from pathlib import Path
from typing import Annotated
import typer

app = typer.Typer(
    help="Documents of a unit: import and export. / Văn bản của đơn vị: nhập và xuất.",
    no_args_is_help=True,
)

Unit = Annotated[str, typer.Option("--unit", metavar="ID", help="The unit's id. / Mã đơn vị.")]
STATES = ("draft", "submitted", "published")


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Table, .xlsx or .csv. / Bảng tính.")
    ],
    unit: Unit,
    files: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder or ZIP of the files. / Thư mục hoặc ZIP tệp."),
    ] = None,
    section: Annotated[
        str, typer.Option(metavar="ID", help="Section for rows that name none. / Chuyên mục.")
    ] = "document-register",
    state: Annotated[
        str, typer.Option(help="draft, submitted or published. / Trạng thái văn bản mới.")
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
    """File the documents of a table; running it again is safe. / Nhập văn bản từ bảng tính.

    What is filed already is found by number, issuer and year: its empty fields are filled, and
    what the portal says otherwise is reported and kept, unless --update is given.
    """
    if state not in STATES:
        raise typer.BadParameter(f"{state}; states: {', '.join(STATES)}")
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import portals
    from eduportal.filing import FilingError
    from eduportal.filing import Options
    from eduportal.filing import import_table
    from eduportal.filing import read

    found = _files(files)
    table = read(file)
    options = Options(section=section, state=state, update=update, dry_run=dry_run)
    with portals([unit]) as opened:
        for portal in opened:
            with documents_report.progress(len(table.rows)) as tell:
                try:
                    report = import_table(portal, table, found, options, tell)
                except FilingError as error:
                    raise _refused(str(error)) from None
    documents_report.problems(report)
    documents_report.as_json(report) if as_json else documents_report.summary(report)
    if report.failed:
        raise typer.Exit(1)


@app.command("export")
def export(
    unit: Unit,
    to: Annotated[Path, typer.Option(metavar="FILE", help="The .xlsx to write. / Tệp .xlsx.")],
    files: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder for the attachments. / Thư mục ghi tệp."),
    ] = None,
) -> None:
    """Write all documents of a unit to a table that import reads back. / Xuất văn bản ra bảng tính.

    With --files the attachments too.
    """
    # Zope takes seconds to load and --help should not wait
    from eduportal import filing
    from eduportal.cli.zope import portals

    with portals([unit]) as opened:
        for portal in opened:
            to.write_bytes(filing.export(portal))
            typer.echo(f"{to}: {to.stat().st_size} B")
            if files is not None:
                typer.echo(f"{files}: {filing.export_files(portal, files)} files / tệp")


@app.command("job", hidden=True)
def job(folder: Path) -> None:
    """Run an import that was prepared through the web; the portal starts this by itself."""
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import instance
    from eduportal.filing.web.running import run_job

    with instance() as root:
        run_job(root, folder)


def _files(path: Path | None):
    from eduportal.filing import Archive
    from eduportal.filing import ArchiveError
    from eduportal.filing import Folder
    from eduportal.filing import NoFiles

    if path is None:
        return NoFiles()
    if path.is_dir():
        return Folder(path)
    try:
        return Archive(path)
    except ArchiveError as error:
        raise _refused(f"{path}: {error.vi} / {error.en}") from None


def _refused(sentence: str) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(1)
