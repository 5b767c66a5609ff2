"""A district to change: a copy of the running one's data."""

from tests.district import District
import pytest
import shutil


@pytest.fixture
def copy(district, tmp_path):
    """A copy of the running district's data, for a test that changes it."""
    made = District(tmp_path / "copy")
    shutil.copytree(district.var, made.var, ignore=shutil.ignore_patterns("run", "*.lock"))
    return made
