"""Sending what is queued; what the server did not take waits for the next run.

zope.sendmail's own queue processor leaves a failed message locked for three hours and counts
nothing, and Plone patches its mailer so that it cannot work outside a portal; both stay unused.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from dataclasses import dataclass
from eduportal.mail import queue as mail_queue
from eduportal.mail.queue import Waiting
from eduportal.mail.settings import MailSettings
from pathlib import Path
import fcntl
import logging
import re
import smtplib
import ssl

log = logging.getLogger(__name__)

TIMEOUT = 20


@dataclass
class Delivery:
    """What a run did. ``refused`` were refused for good and lie in ``rejected``."""

    sent: int = 0
    failed: int = 0
    refused: int = 0
    waiting: int = 0

    def as_dict(self) -> dict[str, int]:
        return asdict(self)

    @property
    def complete(self) -> bool:
        return not (self.failed or self.refused)


def deliver(queue: Path, settings: MailSettings) -> Delivery:
    """Send the oldest messages of ``queue``, at most ``settings.per_minute`` of them.

    Meant to be run once a minute. Without a host nothing is sent, and a run that finds another
    one at work leaves the queue to it: a message must not go out twice.
    """
    mail_queue.make(queue)
    result = Delivery()
    with _alone(queue) as alone:
        chosen = mail_queue.waiting(queue)[: settings.per_minute]
        if settings.host and alone and chosen:
            _deliver(chosen, queue, settings, result)
    result.waiting = len(mail_queue.waiting(queue))
    return result


def _deliver(chosen: list[Waiting], queue: Path, settings: MailSettings, result: Delivery) -> None:
    try:
        with _connected(settings) as connection:
            for message in chosen:
                _send(message, connection, queue, result)
    except (OSError, smtplib.SMTPException) as error:
        # The server is out of reach or has had enough: what is left waits for the next run.
        log.warning("Mail server %s: %s", settings.host, error)
        result.failed += 1


def _send(message: Waiting, connection: smtplib.SMTP, queue: Path, result: Delivery) -> None:
    # smtplib leaves bytes as they are, and servers refuse a bare line feed (SMTP smuggling).
    content = re.sub(rb"\r?\n", b"\r\n", message.content)
    try:
        connection.sendmail(message.sender, list(message.recipients), content)
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _text in error.recipients.values()]
    except smtplib.SMTPResponseException as error:
        codes = [error.smtp_code]
    else:
        message.path.unlink()
        result.sent += 1
        return
    # The file's name, not its addresses: a log is read by more people than the mail.
    log.warning("Mail %s not taken: %s", message.path.name, codes)
    if all(code >= 500 for code in codes):
        message.path.rename(queue / mail_queue.REJECTED / message.path.name)
        result.refused += 1
    else:
        result.failed += 1


@contextmanager
def _connected(settings: MailSettings) -> Iterator[smtplib.SMTP]:
    trusted = ssl.create_default_context()
    address = (settings.host, settings.port)
    if settings.tls == "ssl":
        client = smtplib.SMTP_SSL(*address, timeout=TIMEOUT, context=trusted)
    else:
        client = smtplib.SMTP(*address, timeout=TIMEOUT)
    with client as connection:
        if settings.tls == "starttls":
            connection.starttls(context=trusted)
        if settings.user:
            connection.login(settings.user, settings.password)
        yield connection


@contextmanager
def _alone(queue: Path) -> Iterator[bool]:
    """Whether this is the only run; the lock goes with the process, however it ends."""
    with (queue / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
