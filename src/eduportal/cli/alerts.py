"""``eduportal alerts``: new documents by e-mail to who asked for them and confirmed."""

from dataclasses import asdict
from eduportal.cli.zope import portals
from typing import Annotated
import json
import typer

app = typer.Typer(
    help="New documents by e-mail. / Gửi văn bản mới qua thư điện tử.", no_args_is_help=True
)

Units = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[UNIT]...",
        help="Unit ids; without them every portal. / Mã đơn vị; để trống là mọi cổng.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")]


@app.command()
def send(units: Units = None, as_json: Json = False) -> None:
    """Queue today's mails; a second run on one day sends nothing. / Gửi thư của ngày hôm nay."""
    done = {}
    with portals(units) as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal import alerts

        for portal in opened:
            done[portal.getId()] = asdict(alerts.send(portal))
    if as_json:
        typer.echo(json.dumps(done, indent=2))
        return
    letters = sum(report["letters"] for report in done.values())
    typer.echo(f"Thư đưa vào hàng chờ gửi / Mails queued: {letters}")


@app.command()
def forget(
    address: Annotated[str, typer.Argument(help="The e-mail address. / Địa chỉ thư điện tử.")],
    units: Units = None,
) -> None:
    """Delete an address and its searches. / Xóa một địa chỉ cùng các đăng ký của địa chỉ đó."""
    forgotten = 0
    with portals(units) as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal import alerts

        for portal in opened:
            forgotten += alerts.forget_address(portal, address)
    typer.echo(f"Đã xóa / Deleted: {forgotten}")
