"""``eduportal visits``: the figures of all portals, and keeping their database small."""

from eduportal.cli.zope import instance
from eduportal.cli.zope import portals
from eduportal.spreadsheets import csv_text
from typing import Annotated
import csv
import json
import sys
import typer

app = typer.Typer(help="Visit figures. / Số liệu truy cập.", no_args_is_help=True)

Units = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[UNIT]...",
        help="Unit ids; without them every portal. / Mã đơn vị; để trống là mọi cổng.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")]


@app.command()
def show(
    units: Units = None,
    month: Annotated[
        str,
        typer.Option(
            help="That month's visits and page views too, as 2026-11. / Kèm số liệu của tháng này."
        ),
    ] = "",
    as_csv: Annotated[
        bool, typer.Option("--csv", help="A table for a spreadsheet. / Bảng để mở bằng Excel.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Visits of each portal, as stored. / Lượt truy cập của từng cổng."""
    rows = []
    with portals(units) as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal import visits

        for portal in opened:
            row = {"unit": portal.getId(), "name": portal.title, **visits.figures(portal)._asdict()}
            if month:
                views, counted = visits.whole_month(portal, month)
                row |= {"month_visits": counted, "month_views": views}
            rows.append(row)
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif as_csv:
        table = csv.writer(sys.stdout)
        table.writerow(rows[0] if rows else ())
        table.writerows(
            [csv_text(cell) if isinstance(cell, str) else cell for cell in row.values()]
            for row in rows
        )
    else:
        for row in rows:
            typer.echo("\t".join(str(cell) for cell in row.values()))


@app.command()
def pack() -> None:
    """Free what the database of visits no longer needs; done each night. / Dọn dữ liệu cũ.

    A number that grows each minute leaves its older values behind in the file until then.
    """
    with instance() as root:
        # Zope takes seconds to load and --help should not wait
        from eduportal.visits import pack_database

        typer.echo("ok" if pack_database(root) else "Không có cơ sở dữ liệu riêng / Nothing to do")
