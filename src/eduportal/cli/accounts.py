"""``eduportal accounts``: the people of one unit's portal."""

from eduportal.cli.zope import portals
from eduportal.server.layout import write_secret
from eduportal.spreadsheets import csv_text
from eduportal.units.model import UnitError
from enum import StrEnum
from pathlib import Path
from typing import Annotated
import csv
import io
import json
import typer

app = typer.Typer(help="Accounts of a unit's portal. / Tài khoản của cổng.", no_args_is_help=True)

Unit = Annotated[str, typer.Option("--unit", metavar="ID", help="The unit's id. / Mã đơn vị.")]
Login = Annotated[str, typer.Argument(help="The login. / Tên đăng nhập.")]
Json = Annotated[bool, typer.Option("--json", help="For a machine to read. / Kết quả cho máy đọc.")]

DONE = {
    "made": "tạo mới / made",
    "updated": "bổ sung / completed",
    "unchanged": "không đổi / unchanged",
    "failed": "lỗi / failed",
}


class Handover(StrEnum):
    """How new accounts are handed over."""

    mail = "mail"
    slips = "slips"
    none = "none"


@app.command("import")
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Table, .xlsx or .csv. / Bảng tính.")
    ],
    unit: Unit,
    handover: Annotated[
        Handover, typer.Option(help="mail, slips or none. / Cách giao tài khoản.")
    ] = Handover.none,
    slips: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write one-time passwords here. / Ghi mật khẩu ra tệp."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Let the table win. / Ghi đè theo bảng.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done. / Chỉ xem trước.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Make the accounts of a table; running it again is safe. / Tạo tài khoản từ bảng tính.

    Who gets no mail gets a one-time password, written to the file of --slips for its owner alone.
    """
    if handover != Handover.none and slips is None and not dry_run:
        raise typer.BadParameter(
            "--handover needs --slips FILE for who has no address / cần --slips FILE"
        )
    # Zope takes seconds to load and --help should not wait
    from eduportal.accounts.importing import import_people
    from eduportal.accounts.table import COLUMNS
    from eduportal.spreadsheets import read

    table = read(file, COLUMNS)
    with portals([unit]) as opened:
        for portal in opened:
            report = import_people(
                portal, table, update=update, dry_run=dry_run, handover=handover.value
            )
    if report.slips and slips is not None:
        _write(slips, report.slips)
    _problems(report)
    if as_json:
        typer.echo(json.dumps(report.as_dict(), ensure_ascii=False, indent=2))
    else:
        for done, words in DONE.items():
            typer.echo(f"{words}: {report.count(done)}")
    if not report.complete:
        raise typer.Exit(1)


@app.command("list")
def list_(unit: Unit, as_json: Json = False) -> None:
    """Who can sign in. / Ai có tài khoản."""
    with portals([unit]) as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal.accounts.people import people

        for portal in opened:
            found = [_facts(one) for one in people(portal)]
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for one in found:
        state = "" if one["enabled"] else "  [đã tắt / off]"
        typer.echo(f"{one['login']}\t{one['fullname']}\t{', '.join(one['groups'])}{state}")


@app.command()
def off(login: Login, unit: Unit) -> None:
    """Switch an account off; nothing is deleted. / Tắt tài khoản, không xóa gì."""
    _do(unit, login, "switch_off")


@app.command()
def on(login: Login, unit: Unit) -> None:
    """Switch an account on again. / Bật lại tài khoản."""
    _do(unit, login, "switch_on")


@app.command()
def unlock(login: Login, unit: Unit) -> None:
    """End the wait after failed sign-ins. / Mở khóa tài khoản."""
    _do(unit, login, "unlock")


@app.command("remove-second-factor")
def remove_second_factor(login: Login, unit: Unit) -> None:
    """For who lost phone and recovery codes. / Gỡ xác thực hai bước khi mất điện thoại."""
    _do(unit, login, "remove_second_factor")


def _do(unit: str, login: str, name: str) -> None:
    with portals([unit]) as opened:
        # Zope takes seconds to load and --help should not wait
        from eduportal.accounts import changing
        from zope.i18n import translate

        act = getattr(changing, name)
        for portal in opened:
            info = portal.acl_users._verifyUser(portal.acl_users.plugins, login=login)
            try:
                act(portal, "" if info is None else info["id"])
            except changing.Refused as refused:
                languages = ("vi", "en")
                both = [translate(refused.message, target_language=one) for one in languages]
                raise UnitError(" / ".join(both)) from None
    typer.echo(f"{login}: xong / done")


def _write(path: Path, slips: list) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(("Họ và tên", "Tên đăng nhập", "Mật khẩu dùng một lần"))
    writer.writerows(
        (csv_text(slip.fullname), csv_text(slip.login), slip.password) for slip in slips
    )
    write_secret(path, text.getvalue())


def _problems(report) -> None:
    found = [*report.problems, *(p for one in report.outcomes for p in one.problems)]
    for problem in found:
        typer.echo(f"{problem.sentence('vi')}\n  {problem.sentence('en')}", err=True)


def _facts(one) -> dict:
    return {
        "login": one.login,
        "fullname": one.fullname,
        "email": one.email,
        "position": one.position,
        "groups": list(one.groups),
        "last_sign_in": one.last_sign_in.isoformat() if one.last_sign_in else None,
        "enabled": not one.is_off,
        "second_factor": one.has_second_factor,
    }
