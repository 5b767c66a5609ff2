"""The unit: the organisation a portal belongs to."""

from dataclasses import asdict
from dataclasses import dataclass
from eduportal.mandate import Kind
from eduportal.mandate import kinds


class UnitError(ValueError):
    """What was asked of the units cannot be done; the message says why and names them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the units spreadsheet; the fields are its thirteen columns, in order.

    ``tier`` holds a code: ``so``, ``phong``, ``commune`` or one of TT 53/2012 Điều 3.4.
    ``id`` is for life: it is derived neither from the domain nor from the parent.
    """

    id: str
    name: str
    name_en: str
    tier: str
    parent: str = ""
    domain: str = ""
    email_domain: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    admin_name: str = ""
    admin_email: str = ""
    palette: str = "sky"

    @property
    def kind(self) -> Kind:
        return kinds()[self.tier]

    def as_dict(self) -> dict[str, str]:
        return asdict(self)
