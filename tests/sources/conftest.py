"""The board of tests/editorial."""

from tests.editorial.conftest import office
from tests.editorial.conftest import write

__all__ = ["office", "write"]
