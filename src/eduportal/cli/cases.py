"""``eduportal cases``: retention, one person's data, the officers' morning letter."""

from eduportal.cli.zope import committed
from eduportal.cli.zope import instance
from eduportal.cli.zope import portals
from pathlib import Path
from typing import Annotated
import json
import typer

app = typer.Typer(help="Cases of online services. / Hồ sơ trực tuyến.", no_args_is_help=True)

Units = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[UNIT]...",
        help="Unit ids; without them every portal. / Mã đơn vị; để trống là mọi cổng.",
    ),
]
Number = Annotated[
    int,
    typer.Argument(help="The case's number, as officers see it. / Số của hồ sơ (không phải mã)."),
]
Json = Annotated[bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")]


@app.command()
def purge(
    units: Units = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be deleted. / Chỉ liệt kê.")
    ] = False,
    pack: Annotated[
        bool,
        typer.Option("--pack", help="Pack the database after it. / Dọn tệp cơ sở dữ liệu sau đó."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Delete closed cases whose months are over. / Xóa hồ sơ đã hết thời hạn lưu."""
    done = {}
    with instance() as root:
        # Zope takes seconds to load and --help should not wait
        from eduportal import cases
        from eduportal.cli.zope import portals_of

        for portal in portals_of(root, units):

            def work(portal=portal):
                return cases.purge(portal, dry_run)

            done[portal.getId()] = committed(work).as_dict()
        packed = pack and not dry_run and cases.pack(root)
    if as_json:
        typer.echo(json.dumps({"units": done, "packed": packed}, indent=2))
        return
    for unit, report in done.items():
        if report["cases"]:
            typer.echo(
                f"{unit}: {report['cases']} hồ sơ / cases, {report['files']} tệp / files "
                f"({', '.join(map(str, report['numbers']))})"
            )
    total = sum(report["cases"] for report in done.values())
    typer.echo(f"{'Sẽ xóa / Would delete' if dry_run else 'Đã xóa / Deleted'}: {total}")
    if packed:
        typer.echo("Đã dọn cơ sở dữ liệu / Database packed")


@app.command()
def export(
    number: Number,
    file: Annotated[Path, typer.Argument(help="The ZIP to write. / Tệp ZIP sẽ ghi.")],
) -> None:
    """All data of one case, for its applicant. / Xuất toàn bộ dữ liệu của một hồ sơ."""
    with portals() as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal import audit
        from eduportal import cases

        for portal in opened:
            case = cases.by_number(portal, number)
            if case is not None:
                with file.open("xb") as stream:
                    file.chmod(0o600)
                    cases.export(case, stream)
                audit.record("case.export", where=str(number))
                typer.echo(f"{portal.getId()}: {file}")
                return
    typer.echo(f"Không có hồ sơ {number} / No case {number}", err=True)
    raise typer.Exit(1)


@app.command()
def erase(
    number: Number,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask. / Không hỏi lại.")] = False,
) -> None:
    """Delete one case and its files now. / Xóa ngay một hồ sơ cùng các tệp."""
    question = f"Xóa hẳn hồ sơ {number}? / Delete case {number} for good?"
    if not yes and not typer.confirm(question):
        raise typer.Exit(1)
    with portals() as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal import cases

        erased = [
            portal.getId()
            for portal in opened
            if committed(lambda portal=portal: cases.erase(portal, number))
        ]
    if not erased:
        typer.echo(f"Không có hồ sơ {number} / No case {number}", err=True)
        raise typer.Exit(1)
    typer.echo(f"{erased[0]}: đã xóa / deleted; eduportal cases purge --pack")


@app.command()
def remind(units: Units = None, as_json: Json = False) -> None:
    """Write to officers what waits for them; done each morning. / Nhắc cán bộ hồ sơ đến hạn."""
    done = {}
    with portals(units) as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal import cases

        for portal in opened:
            done[portal.getId()] = cases.remind(portal)
    if as_json:
        typer.echo(json.dumps(done, indent=2))
        return
    typer.echo(f"Thư đưa vào hàng chờ gửi / Mails queued: {sum(done.values())}")
