"""The command line's table of contents."""

from eduportal.cli import accounts
from eduportal.cli import alerts
from eduportal.cli import audit
from eduportal.cli import cases
from eduportal.cli import clock
from eduportal.cli import documents
from eduportal.cli import feeds
from eduportal.cli import files
from eduportal.cli import mail
from eduportal.cli import mandate
from eduportal.cli import notifications
from eduportal.cli import procedures
from eduportal.cli import provision
from eduportal.cli import sample
from eduportal.cli import sections
from eduportal.cli import serve
from eduportal.cli import text
from eduportal.cli import units
from eduportal.cli import upgrade
from eduportal.cli import visits
from eduportal.mandate import MandateError
from eduportal.server.storage import StorageError
from eduportal.units.model import UnitError
import typer

app = typer.Typer(
    name="eduportal",
    help="Education portals for one district: set up, run, look after.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("run")(serve.run)
app.command("provision")(provision.provision)
app.command("upgrade")(upgrade.upgrade)
app.command("clock")(clock.clock)
app.add_typer(documents.app, name="documents", help="The register: import and export.")
app.add_typer(units.app, name="units", help="The units: names, list, parents, closing.")
app.add_typer(mandate.app, name="mandate", help="What the regulations demand.")
app.add_typer(files.app, name="files", help="The text inside files: read it, list what failed.")
app.add_typer(feeds.app, name="feeds", help="News of other sites, by RSS.")
app.add_typer(visits.app, name="visits", help="Visit figures: show, pack.")
app.add_typer(mail.app, name="mail", help="The queue of outgoing mail.")
app.add_typer(accounts.app, name="accounts", help="Accounts: import, list, lock.")
app.add_typer(alerts.app, name="alerts", help="New documents by e-mail: send, forget.")
app.add_typer(audit.app, name="audit", help="Who did what: export, verify.")
app.add_typer(notifications.app, name="notifications", help="The board's weekly summary by e-mail.")
app.add_typer(procedures.app, name="procedures", help="Procedures: import and export.")
app.add_typer(cases.app, name="cases", help="Cases: purge, export, erase, remind.")
app.add_typer(sample.app, name="sample", help="Sample content: load and remove.")
app.add_typer(text.app, name="text", help="Words in encodings from before Unicode.")
app.add_typer(sections.app, name="sections", help="The mandated tree: compare and repair.")


def main() -> None:
    """Entry point of the console script: an error meant for people is a sentence, not a trace."""
    try:
        app()
    except (StorageError, UnitError, MandateError) as error:
        typer.echo(str(error), err=True)
        raise SystemExit(1) from None
