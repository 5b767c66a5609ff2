"""A letter of the portal to one recipient: plain text, from the portal's own name and address."""

from collections.abc import Mapping
from eduportal.mail.text import is_address
from eduportal.mail.text import one_line
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from email.utils import make_msgid
from plone import api

# A folded Subject is shown in pieces by some readers, and links must stay whole.
POLICY = SMTP.clone(max_line_length=900)


def sender() -> Address | None:
    """The name and address that the portal at hand writes from; None where it has no address."""
    address = api.portal.get_registry_record("plone.email_from_address", default="") or ""
    name = api.portal.get_registry_record("plone.email_from_name", default="") or ""
    return Address(one_line(name), addr_spec=address) if is_address(address) else None


def letter(
    from_: Address, to: str, subject: str, text: str, headers: Mapping[str, str] | None = None
) -> EmailMessage:
    """The message to ``to`` alone; machines are told not to answer it (RFC 3834)."""
    message = EmailMessage(policy=POLICY)
    message["Subject"] = one_line(subject, 250)
    message["From"] = from_
    message["To"] = Address(addr_spec=to)
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = make_msgid(domain=from_.domain)
    message["Auto-Submitted"] = "auto-generated"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(text.strip() + "\n", cte="base64")
    return message


def send(message: EmailMessage) -> None:
    """Queue the message when the transaction commits."""
    api.portal.get_tool("MailHost").send(message)
