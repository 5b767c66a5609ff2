"""One-tap rating after a case's result."""

from eduportal.satisfaction.scale import PLEASED
from eduportal.satisfaction.scale import SCALE
from eduportal.satisfaction.scale import face

__all__ = ["PLEASED", "SCALE", "face"]
