"""``eduportal mail``: what waits to be sent, and sending it."""

from eduportal.mail import queue as mail_queue
from eduportal.mail import settings as mail_settings
from eduportal.mail.delivery import deliver
from eduportal.server.layout import Layout
from pathlib import Path
from typing import Annotated
import json
import os
import typer

app = typer.Typer(help="Thư gửi đi của hệ thống / The instance's outgoing mail.")

Json = Annotated[bool, typer.Option("--json", help="Kết quả cho máy đọc / Machine-readable.")]


@app.command("list")
def list_waiting(as_json: Json = False) -> None:
    """Thư đang chờ gửi / Mail that waits to be sent."""
    entries = [message.as_dict() for message in mail_queue.waiting(_queue())]
    if as_json:
        typer.echo(json.dumps(entries, ensure_ascii=False, indent=2))
        return
    for entry in entries:
        typer.echo(f"{entry['date']}  {', '.join(entry['to'])}  {entry['subject']}")
    typer.echo(f"{len(entries)} thư đang chờ gửi / {len(entries)} waiting")


@app.command()
def send(as_json: Json = False) -> None:
    """Gửi thư đang chờ / Send what waits; exit status 1 where some could not be sent."""
    try:
        settings = mail_settings.load(Layout.from_environment().var / "mail.toml")
    except mail_settings.MailSettingsError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    result = deliver(_queue(), settings)
    if as_json:
        typer.echo(json.dumps(result.as_dict()))
    elif not settings.host:
        typer.echo(
            f"Chưa đặt máy chủ thư trong mail.toml: {result.waiting} thư được giữ lại trên đĩa.\n"
            f"No mail server in mail.toml: {result.waiting} kept on disk."
        )
    else:
        typer.echo(
            f"Đã gửi {result.sent}, sẽ gửi lại {result.failed}, bị từ chối {result.refused}, "
            f"còn chờ {result.waiting}.\n"
            f"Sent {result.sent}, to retry {result.failed}, refused {result.refused}, "
            f"waiting {result.waiting}."
        )
    if not result.complete:
        raise typer.Exit(1)


def _queue() -> Path:
    if os.environ.get("EDUPORTAL_MAIL_QUEUE"):
        return mail_queue.directory()
    return mail_queue.make(Layout.from_environment().mail_queue)
