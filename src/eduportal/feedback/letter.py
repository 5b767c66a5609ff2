"""The mail that tells the unit what was sent."""

from eduportal import _
from eduportal.mail.text import is_address
from eduportal.mail.text import one_line
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate
from zope.i18n import translate


def letter(
    unit_name: str,
    sender: str,
    recipient: str,
    form_title: str,
    entries: tuple[tuple[str, str, str], ...],
    link: str,
    language: str,
) -> EmailMessage:
    """A message from the portal to the unit; an answer to it goes to who filled in the form."""
    values = {name: value for name, _label, value in entries}
    message = EmailMessage(policy=SMTP.clone(max_line_length=200))
    message["Subject"] = one_line(f"[{unit_name}] {form_title}: {values.get('subject', '')}", 250)
    message["From"] = Address(one_line(unit_name), addr_spec=sender)
    message["To"] = Address(one_line(unit_name), addr_spec=recipient)
    reply_to = values.get("email", "")
    if is_address(reply_to):
        message["Reply-To"] = Address(one_line(values.get("name", "")), addr_spec=reply_to)
    message["Date"] = formatdate(localtime=True)
    closing = translate(
        _(
            "feedback_mail_closing",
            default="Sent through the form “${form}”. The register: ${link}",
            mapping={"form": form_title, "link": link},
        ),
        target_language=language,
    )
    paragraphs = [f"{label}:\n{value}" for _name, label, value in entries]
    message.set_content("\n\n".join([*paragraphs, f"-- \n{closing}"]) + "\n")
    return message
