"""The portal's MailHost: whatever is sent is queued, and no request waits for a mail server."""

from collections.abc import Iterable
from eduportal.mail import queue
from email.utils import getaddresses
from email.utils import parseaddr
from Products.MailHost.MailHost import MailHost
from zope.sendmail.delivery import QueuedMailDelivery


class Outbox(MailHost):
    """Queues every message when the transaction commits, those marked ``immediate`` too.

    Server, password and limits are the instance's (``mail.toml``), so the fields that a MailHost
    has for them mean nothing here.
    """

    meta_type = "Education portal outbox"

    def _send(self, mfrom, mto: str | Iterable[str], messageText, immediate: bool = False) -> None:
        # The queue's envelope is two lines: a display name that is long enough to be folded
        # would spill over into a third and the message would be lost. Bare addresses cannot.
        sender = parseaddr(" ".join(str(mfrom).split()))[1]
        recipients = [mto] if isinstance(mto, str) else [str(address) for address in mto]
        addresses = [address for _name, address in getaddresses(recipients) if address]
        enqueue(sender, addresses, messageText)


def enqueue(sender: str, addresses: list[str], message: str | bytes) -> None:
    """Queue a message when the transaction commits; the addresses are bare, without names."""
    QueuedMailDelivery(str(queue.directory())).send(sender, addresses, message)
