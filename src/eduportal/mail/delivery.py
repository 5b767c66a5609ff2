"""Sending what is queued; what the server did not take waits for the next run.

zope.sendmail's own queue processor leaves a failed message locked for three hours and returns no
counts, so its mailer is used here and its processor is not.
"""

from contextlib import contextmanager
from dataclasses import asdict
from dataclasses import dataclass
from eduportal.mail import queue as mail_queue
from eduportal.mail.queue import Waiting
from eduportal.mail.settings import MailSettings
from pathlib import Path
from zope.sendmail.mailer import SMTPMailer
import fcntl
import logging
import smtplib

log = logging.getLogger(__name__)


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
        if settings.host and alone:
            mailer = _mailer(settings)
            for message in mail_queue.waiting(queue)[: settings.per_minute]:
                if not _send(message, mailer, queue, result):
                    break
    result.waiting = len(mail_queue.waiting(queue))
    return result


def _send(message: Waiting, mailer: SMTPMailer, queue: Path, result: Delivery) -> bool:
    """Send one message; False where the server itself is out of reach."""
    try:
        mailer.send(message.sender, list(message.recipients), message.content)
    except smtplib.SMTPRecipientsRefused as error:
        permanent = all(500 <= code <= 599 for code, _text in error.recipients.values())
        _keep(message, queue, result, permanent, error)
    except smtplib.SMTPAuthenticationError as error:
        # 535 is permanent by its number, yet it is the password in mail.toml that is wrong.
        _keep(message, queue, result, False, error)
        return False
    except smtplib.SMTPResponseException as error:
        _keep(message, queue, result, 500 <= error.smtp_code <= 599, error)
    except (OSError, RuntimeError, smtplib.SMTPException) as error:
        _keep(message, queue, result, False, error)
        return False
    else:
        message.path.unlink()
        result.sent += 1
    return True


def _keep(
    message: Waiting, queue: Path, result: Delivery, permanent: bool, error: Exception
) -> None:
    # The file's name, not its addresses: a log is read by more people than the mail.
    log.warning("Mail %s not sent: %s", message.path.name, type(error).__name__)
    if permanent:
        message.path.rename(queue / mail_queue.REJECTED / message.path.name)
        result.refused += 1
    else:
        result.failed += 1


def _mailer(settings: MailSettings) -> SMTPMailer:
    return SMTPMailer(
        hostname=settings.host,
        port=settings.port,
        username=settings.user or None,
        password=settings.password or None,
        no_tls=settings.tls == "none",
        force_tls=settings.tls == "starttls",
        implicit_tls=settings.tls == "ssl",
    )


@contextmanager
def _alone(queue: Path):
    """Whether this is the only run; the lock goes with the process, however it ends."""
    with (queue / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
