"""How fresh a section is to be kept."""

from dataclasses import dataclass
from dataclasses import field
from eduportal.mandate.references import SectionId
from eduportal.mandate.references import SourceId


@dataclass(frozen=True, slots=True)
class Deadline:
    """What holds of a section until the unit's own regulation says otherwise; 0 says nothing.

    ``update_days``: at least one change in so many days. ``supply_days``: so many working days from
    the event (issue, approval, receipt) until it is on the portal. Without ``source`` it is a
    suggestion of this project.
    """

    section: SectionId
    update_days: int = 0
    supply_days: int = 0
    source: SourceId = ""
    where: str = ""
    quote: str = ""
    origin: str = field(default="", metadata={"computed": "by the reader"})
