"""The trap for robots stands in forms that send something, not in searches."""

from collective.honeypot.auto import ProtectHoneyTransform
from collective.honeypot.config import HONEYPOT_FIELD
from eduportal.interfaces import IEduportal
from zope.component import adapter
from zope.interface import Interface
import re

TRAP = f'input[@name="{HONEYPOT_FIELD}"]'
SENT = re.compile(rb"method\s*=\s*[\"']?\s*(?!get\b)[\w&]", re.IGNORECASE)
"""A form that sends something; all others are searches. Finds rather one too many."""


@adapter(Interface, IEduportal)
class TrapsInSentForms(ProtectHoneyTransform):
    """A search's form would carry the trap into every address that a visitor keeps or shares."""

    def transformIterable(self, result, encoding):
        """Pages without such a form, most of a portal's, are not taken apart for nothing."""
        if isinstance(result, list) and not any(SENT.search(_bytes(part)) for part in result):
            return None
        return super().transformIterable(result, encoding)

    def transform(self, result, encoding):
        result = super().transform(result, encoding)
        if result is None:
            return None
        for form in result.tree.getroot().iter("form"):
            if form.get("method", "get").lower() == "get":
                for box in form.xpath(f".//div[{TRAP}]"):
                    box.getparent().remove(box)
        return result


def _bytes(part: bytes | str) -> bytes:
    return part.encode() if isinstance(part, str) else part
