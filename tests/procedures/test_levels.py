"""How far a procedure runs online, worked out from its parts."""

from eduportal.procedures import Level
from eduportal.procedures import Offer
from eduportal.procedures import level_of
import pytest

HERE = Offer("form", "partial")
FEE = Offer("form", "full", fee=30_000)
PAYABLE = Offer("form", "full", fee=30_000, payable=True)


@pytest.mark.parametrize(
    ("missing", "form", "offers", "level"),
    [
        (("steps", "fee"), True, [HERE], Level(0, "partial", ("steps", "fee"))),
        ((), False, [], Level(1, "information", ("form",))),
        ((), True, [], Level(2, "information", ("online",))),
        ((), False, [HERE], Level(4, "partial")),
        ((), True, [FEE], Level(3, "full", ("payment",))),
        ((), True, [PAYABLE], Level(4, "full")),
        ((), True, [FEE, HERE], Level(4, "full")),
        ((), False, [Offer("link", "partial")], Level(3, "partial", ("payment",))),
        ((), False, [Offer("link", "full")], Level(4, "full")),
        ((), False, [Offer("link", "full", stated=3)], Level(3, "full", ("payment",))),
    ],
)
def test_each_level_contains_the_ones_below(missing, form, offers, level):
    assert level_of(missing, form, offers) == level
