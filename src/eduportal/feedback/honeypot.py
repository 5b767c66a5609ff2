"""The trap for robots stands in forms that send something, not in searches."""

from collective.honeypot.auto import ProtectHoneyTransform
from collective.honeypot.config import HONEYPOT_FIELD
from eduportal.interfaces import IEduportal
from zope.component import adapter
from zope.interface import Interface

TRAP = f'input[@name="{HONEYPOT_FIELD}"]'


@adapter(Interface, IEduportal)
class TrapsInSentForms(ProtectHoneyTransform):
    """A search's form would carry the trap into every address that a visitor keeps or shares."""

    def transform(self, result, encoding):
        result = super().transform(result, encoding)
        if result is None:
            return None
        for form in result.tree.getroot().iter("form"):
            if form.get("method", "get").lower() == "get":
                for box in form.xpath(f".//div[{TRAP}]"):
                    box.getparent().remove(box)
        return result
