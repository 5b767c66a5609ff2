"""Every kind of page as the editorial board works with it; the rooms of administrators too."""

from tests.accessibility.sweep import stops
import pytest


@pytest.mark.parametrize("stop", stops("editor"), ids=str)
def test_an_editor_meets_no_barrier(sweep, stop):
    assert sweep.barriers(stop) == []
