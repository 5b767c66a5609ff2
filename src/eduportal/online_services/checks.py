"""What the answers must be like, whoever built the form: found by the names of the fields."""

from collections.abc import Mapping
from datetime import date
from eduportal import _
from eduportal.cases import today
from eduportal.online_services.consent import CONSENT
from zope.i18nmessageid import Message
import re

PERSONAL_IDS = ("personal_id", "pupil_id", "applicant_id", "parent_id")
OLDEST = date(1900, 1, 1)


def problems(values: Mapping[str, object]) -> dict[str, Message]:
    """A sentence for each field with an answer that cannot be right."""
    found = {name: check(values[name]) for name, check in CHECKS.items() if values.get(name)}
    if not values.get(CONSENT):
        found[CONSENT] = _("Please tick the consent box; without it nothing can be taken.")
    return {name: message for name, message in found.items() if message is not None}


def phone(value: object) -> Message | None:
    """Nine to eleven digits after the country code, however they are grouped."""
    digits = re.sub(r"\D", "", str(value))
    national = re.sub(r"^(00)?84", "0", digits)
    written = re.fullmatch(r"\+?[\d\s.()\-]+", str(value).strip())
    if written and re.fullmatch(r"0\d{8,10}|\d{8,12}", national):
        return None
    return _("This is no telephone number. Write it like 0912 345 678.")


def personal_id(value: object) -> Message | None:
    """Số định danh cá nhân: twelve digits (Luật Căn cước 26/2023/QH15, Điều 12)."""
    if re.fullmatch(r"\d{12}", re.sub(r"[\s.]", "", str(value)), re.ASCII):
        return None
    return _("The personal identification number has 12 digits.")


def birth_date(value: object) -> Message | None:
    if isinstance(value, date) and OLDEST <= value <= today():
        return None
    return _("This date of birth cannot be right.")


CHECKS = {
    "phone": phone,
    "birth_date": birth_date,
    **dict.fromkeys(PERSONAL_IDS, personal_id),
}
