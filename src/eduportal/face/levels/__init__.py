"""Levels of education on an office's portal: which there are, and who belongs to each."""

from eduportal.face.levels.levels import Level
from eduportal.face.levels.levels import levels_of
from eduportal.face.levels.levels import own_title
from eduportal.face.levels.units import Group
from eduportal.face.levels.units import units_of

__all__ = ["Group", "Level", "levels_of", "own_title", "units_of"]
