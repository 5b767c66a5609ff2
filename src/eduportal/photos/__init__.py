"""Pictures without what they tell besides; pupils are asked before they appear."""

from eduportal.photos.metadata import UnreadablePicture
from eduportal.photos.metadata import bare
from eduportal.photos.metadata import is_whole
from eduportal.photos.pupils import has_pictures
from eduportal.photos.scaling import fitted

__all__ = ["UnreadablePicture", "bare", "fitted", "has_pictures", "is_whole"]
