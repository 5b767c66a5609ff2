"""Every kind of page as visitors read it."""

from tests.accessibility.sweep import barriers
from tests.accessibility.sweep import stops
import pytest


@pytest.mark.parametrize("stop", stops("visitor"), ids=str)
def test_a_visitor_meets_no_barrier(readers, stop):
    assert barriers(readers["visitor"], stop) == []
