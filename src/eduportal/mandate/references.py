"""Types that say, at the field, what a value of the data files must be.

The reader follows them: a ``SourceId`` has to name a known source, a ``Day`` has to be an
ISO date, so a new field needs no validation code of its own.
"""

from dataclasses import dataclass
from typing import Annotated
from typing import NewType

Day = NewType("Day", str)
"""An ISO date, or nothing where the text carries none."""

Words = NewType("Words", str)
"""Text in which {unit} and {lead} stand for the words of the tier and the kind."""

PLACEHOLDERS = ("unit", "lead")


@dataclass(frozen=True, slots=True)
class Refers:
    """The table (or either of two tables) that holds the entry which a value names."""

    tables: tuple[str, ...]


SourceId = Annotated[str, Refers(("source",))]
TierId = Annotated[str, Refers(("tier",))]
KindCode = Annotated[str, Refers(("kind",))]
TierOrKind = Annotated[str, Refers(("tier", "kind"))]
RequirementId = Annotated[str, Refers(("requirement",))]
SectionId = Annotated[str, Refers(("section",))]
MailGroupId = Annotated[str, Refers(("mail_group",))]
ConflictId = Annotated[str, Refers(("conflict",))]
OverlayId = Annotated[str, Refers(("overlay",))]
EditionId = Annotated[str, Refers(("edition",))]
