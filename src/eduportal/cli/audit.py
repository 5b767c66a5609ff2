"""``eduportal audit``: the journals of who did what; read from their files, Zope is not started."""

from dataclasses import asdict
from datetime import date
from datetime import datetime
from eduportal.server.layout import Layout
from eduportal.units.model import UnitError
from typing import Annotated
import json
import os
import sys
import typer

app = typer.Typer(
    help="Who did what: export, verify. / Nhật ký thao tác: xuất, kiểm tra.", no_args_is_help=True
)

Unit = Annotated[str, typer.Option("--unit", help="Id of the unit. / Mã đơn vị.")]
Json = Annotated[bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")]
Day = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d", "%d/%m/%Y"], help="A day, included. / Ngày, tính cả ngày đó."
    ),
]
FORMATS = ("csv", "jsonl")


@app.command()
def export(
    unit: Unit,
    since: Day = None,
    until: Day = None,
    form: Annotated[str, typer.Option("--format", help="csv or jsonl. / csv hoặc jsonl.")] = "csv",
) -> None:
    """Print a unit's journal, oldest first. / In nhật ký của một đơn vị, cũ trước mới sau."""
    if form not in FORMATS:
        raise typer.BadParameter(", ".join(FORMATS), param_hint="--format")
    # the journal's package knows Zope, which takes seconds to load, and --help should not wait
    from eduportal.audit import reading
    from eduportal.audit import table

    asked = reading.Asked(since=_date(since), until=_date(until))
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    write = table.write_jsonl if form == "jsonl" else table.write_csv
    write(reading.entries(_journal(unit), asked), sys.stdout)


@app.command()
def verify(unit: Unit, as_json: Json = False) -> None:
    """Say where lines were changed or removed. / Chỉ ra dòng nhật ký đã bị sửa hoặc xóa."""
    # the journal's package knows Zope, which takes seconds to load, and --help should not wait
    from eduportal.audit import reading

    broken = reading.verify(_journal(unit))
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in broken]))
    for one in () if as_json else broken:
        typer.echo(f"{one.file}: {one.line}")
    if not broken and not as_json:
        typer.echo("Nhật ký nguyên vẹn / The journal is whole")
    raise typer.Exit(1 if broken else 0)


def _journal(unit: str):
    """The unit's; an id that has none is answered with those that have one."""
    # the journal's package knows Zope, which takes seconds to load, and --help should not wait
    from eduportal.audit import place

    os.environ.setdefault("VAR", str(Layout.from_environment().var))
    if unit not in place.known():
        known = ", ".join(name for name in place.known() if name != place.INSTANCE) or "-"
        raise UnitError(f"no audit journal of unit {unit}; known: {known}")
    return place.journal(unit)


def _date(day: datetime | None) -> date | None:
    return None if day is None else day.date()
