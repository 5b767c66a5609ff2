"""``eduportal upgrade``: the portals of the instance brought to the version of the kit."""

from typing import Annotated
import json
import typer

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


def upgrade(units: Units = None, as_json: AsJson = False) -> None:
    """Bring portals to this version of the kit. / Nâng cấp các cổng lên phiên bản này."""
    # Zope takes seconds to load and --help should not wait
    from dataclasses import asdict
    from eduportal import upgrades
    from eduportal.cli.zope import portals
    import transaction

    found, failed = [], False
    with portals(units) as opened:
        for portal in opened:
            unit_id = portal.getId()
            try:
                done = upgrades.upgrade(portal)
            except Exception as error:
                # one portal's trouble leaves it as it was and does not stop the others
                transaction.abort()
                failed = True
                typer.echo(f"{unit_id}: {type(error).__name__}: {error}", err=True)
                continue
            found.append(asdict(done))
            if not as_json:
                typer.echo(_sentence(done))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    raise typer.Exit(1 if failed else 0)


def _sentence(done) -> str:
    if not done.before:
        return f"{done.unit}: not a portal of the kit / chưa cài bộ cổng"
    if not done.steps:
        return f"{done.unit}: up to date ({done.after}) / đã ở phiên bản mới nhất"
    steps = "".join(f"\n  {step}" for step in done.steps)
    return f"{done.unit}: {done.before} → {done.after}{steps}"
