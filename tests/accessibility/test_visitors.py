"""Every kind of page as visitors read it."""

from tests.accessibility.sweep import stops
import pytest


@pytest.mark.parametrize("stop", stops("visitor"), ids=str)
def test_a_visitor_meets_no_barrier(sweep, stop):
    assert sweep.barriers(stop) == []
