"""Pages and content as the face's tests have them."""

from tests.face.conftest import managing
from tests.face.conftest import publish

__all__ = ["managing", "publish"]
