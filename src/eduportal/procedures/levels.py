"""How far a procedure runs online, worked out from what is there; plain Python.

Two schemes at once: levels 1-4 of TT 53/2012/TT-BGDĐT (Điều 2.7), which portals are scored by, and
toàn trình / một phần of NĐ 42/2022/NĐ-CP (Điều 11), by which a service is called today. What has
no service online yet is "cung cấp thông tin trực tuyến" there.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass

FULL = "full"
PARTIAL = "partial"
INFORMATION = "information"
SCHEMES = (FULL, PARTIAL, INFORMATION)
LINK = "link"


@dataclass(frozen=True, slots=True)
class Offer:
    """A published service of a procedure, as far as its level depends on it."""

    kind: str
    scheme: str
    stated: int | None = None
    """The level that an office elsewhere states; of a form here it is worked out."""
    fee: int = 0
    payable: bool = False
    """Whether the fee can be paid online."""

    @property
    def level(self) -> int:
        """A form that is filled in and sent online is level 3; with nothing left to pay, 4."""
        if self.kind == LINK:
            return self.stated or (4 if self.scheme == FULL else 3)
        return 4 if not self.fee or self.payable else 3


@dataclass(frozen=True, slots=True)
class Level:
    """``number`` is 0 where not even the information is complete; ``missing`` are the parts that
    the next level wants, none at level 4."""

    number: int
    scheme: str
    missing: tuple[str, ...] = ()


def level_of(
    missing_information: Sequence[str], has_form: bool, offers: Iterable[Offer] = ()
) -> Level:
    """Each level contains the ones below it; a form online is a form to fill in, too."""
    offers = tuple(offers)
    schemes = {offer.scheme for offer in offers}
    scheme = next((one for one in (FULL, PARTIAL) if one in schemes), INFORMATION)
    if missing_information:
        return Level(0, scheme, tuple(missing_information))
    if not offers:
        return Level(2, scheme, ("online",)) if has_form else Level(1, scheme, ("form",))
    number = max(offer.level for offer in offers)
    return Level(number, scheme, () if number == 4 else ("payment",))
