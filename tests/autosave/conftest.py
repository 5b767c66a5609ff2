"""A portal over HTTP with an editorial board."""

from tests.editorial.conftest import Office
from tests.editorial.conftest import board
from tests.editorial.conftest import office
from tests.editorial.conftest import write

__all__ = ["Office", "board", "office", "write"]
