"""What each unit may change of its portal's face, and how its pages get at it."""

from eduportal.look.current import current
from eduportal.look.model import Look
from eduportal.look.model import MapPicture
from eduportal.look.model import Occasion
from eduportal.look.model import Picture
from eduportal.look.store import remove

__all__ = ["Look", "MapPicture", "Occasion", "Picture", "current", "remove"]
