"""``eduportal sections``: how the portals differ from the mandated tree, and bringing it back."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated
import json
import typer

app = typer.Typer(
    help="Mandated sections: compare and repair. / Chuyên mục bắt buộc: so sánh và khôi phục.",
    no_args_is_help=True,
)

Units = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[UNIT]...",
        help="Unit ids; without them every portal. / Mã đơn vị; để trống là mọi cổng.",
    ),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")
]

HEADINGS = {
    "missing": "Not built yet / Chưa tạo",
    "removed": "Removed / Đã bị xóa",
    "retitled": "Renamed / Đã đổi tên",
    "moved": "Moved / Đã chuyển chỗ",
    "hidden": "Hidden / Đang ẩn",
    "extra": "The unit's own / Đơn vị tự thêm",
    "unlinked": "Languages not linked / Chưa liên kết hai ngôn ngữ",
    "created": "Brought back / Đã khôi phục",
}


@app.command()
def diff(units: Units = None, as_json: AsJson = False) -> None:
    """Show how sections differ from the mandate. / Xem chuyên mục khác gì so với quy định."""
    # Zope takes seconds to load and --help should not wait
    from eduportal.sections import diff

    found, done = _of_each(units, diff)
    _show(found, as_json)
    raise typer.Exit(0 if done else 1)


@app.command()
def repair(units: Units = None, as_json: AsJson = False) -> None:
    """Bring back removed mandated sections. / Khôi phục chuyên mục bắt buộc đã bị xóa."""
    # Zope takes seconds to load and --help should not wait
    from eduportal.sections import repair

    found, done = _of_each(units, repair)
    _show(found, as_json)
    still_gone = any(report["removed"] for report in found.values())
    raise typer.Exit(0 if done and not still_gone else 1)


def _of_each(units: list[str] | None, ask: Callable) -> tuple[dict[str, dict[str, list]], bool]:
    """What ``ask`` says of each portal, and whether all could be asked."""
    # Zope takes seconds to load and --help should not wait
    from eduportal.cli.zope import portals
    from eduportal.sections.kind import NoUnitError

    found, done = {}, True
    with portals(units) as opened:
        for portal in opened:
            try:
                found[portal.getId()] = asdict(ask(portal))
            except NoUnitError as error:
                typer.echo(f"{portal.getId()}: {error}", err=True)
                done = False
    return found, done


def _show(found: dict[str, dict[str, list]], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for unit_id, lists in found.items():
        typer.echo(unit_id)
        if not any(lists.values()):
            typer.echo("  Nothing / Không có gì")
        for name, lines in lists.items():
            if lines:
                typer.echo(f"  {HEADINGS[name]}: {len(lines)}")
            for line in lines:
                typer.echo(f"    {line if isinstance(line, str) else ' → '.join(line)}")
