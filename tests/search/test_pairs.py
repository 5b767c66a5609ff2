"""What people type finds what they mean: the portal beside a stock Plone with the same content."""

from collections import Counter
from plone import api
from tests.search.questions import asked_of_portal
from tests.search.questions import asked_of_stock
from tests.search.questions import pairs
from tests.search.questions import right_by_group
from tests.search.questions import titles
import pytest

STOCK = {}
"""Right answers of stock Plone 6.2, of as many as the portal has."""


@pytest.fixture
def answered(portal):
    """Asked before another site is made beside the portal."""
    with api.env.adopt_roles(["Manager"]):
        return right_by_group(asked_of_portal())


def test_there_are_enough_of_them():
    assert (len(pairs()) >= 220, len(titles()) >= 120) == (True, True)


def test_the_portal_answers_all_and_stock_plone_so_many(answered, plain):
    right, wrong = answered
    assert wrong == []
    assert right == Counter(pair.group for pair in pairs())

    terms = api.env.adopt_roles(["Manager"])
    with terms:
        stock, _wrong = right_by_group(asked_of_stock(plain))
    assert dict(stock) == STOCK
