"""``eduportal units name``: the domains and mailboxes a unit may take."""

from eduportal.units.naming import NamelessError
from eduportal.units.naming import Proposal
from eduportal.units.naming import propose
from eduportal.units.naming import shown
from rich.console import Console
from rich.table import Table
from typing import Annotated
import json
import typer


def name(
    unit: Annotated[
        str, typer.Argument(help="Tên đơn vị / the unit's name, e.g. “Trường THPT Trần Phú”.")
    ],
    province: Annotated[str, typer.Option(help="Tỉnh, thành phố / province or city.")] = "",
    district: Annotated[str, typer.Option(help="Quận, huyện (trước 7/2025) / district.")] = "",
    commune: Annotated[str, typer.Option(help="Phường, xã / commune.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="For machines to read.")] = False,
) -> None:
    """Đề xuất tên miền và hộp thư đúng quy định / propose conforming domains and mailboxes."""
    try:
        proposal = propose(unit, province, district, commune)
    except NamelessError as error:
        typer.echo(f"{error.vi}\n{error.en}", err=True)
        raise typer.Exit(1) from None
    if as_json:
        typer.echo(json.dumps(proposal.as_dict(), ensure_ascii=False, indent=2))
    else:
        _show(proposal, Console())


def _show(proposal: Proposal, console: Console) -> None:
    kind = proposal.kind
    console.print(f"{kind.code}: {kind.title_vi} / {kind.title_en}" if kind else NO_KIND)
    domains = _table("Tên miền / Domains", "Căn cứ / Rules")
    for domain in proposal.domains:
        domains.add_row(domain.address, "; ".join(rule.citation for rule in domain.rules))
    console.print(domains)
    if proposal.mailboxes:
        mailboxes = _table("Hộp thư / Mailboxes", "Của / Whose", "Căn cứ / Rules")
        for mailbox in proposal.mailboxes:
            mailboxes.add_row(
                shown(mailbox.address),
                f"{mailbox.purpose_vi} / {mailbox.purpose_en}",
                mailbox.rule.citation,
            )
        console.print(mailboxes)


def _table(first: str, *others: str) -> Table:
    """A table whose addresses are never broken: they are there to be copied."""
    table = Table()
    table.add_column(first, no_wrap=True, overflow="fold")
    for heading in others:
        table.add_column(heading)
    return table


NO_KIND = (
    "Không nhận ra loại đơn vị từ tên; đề xuất không có ký hiệu cấp học. / "
    "The kind of unit is not recognised from the name; proposals carry no code."
)
