"""Procedures of a portal: their list, the parent's by reference, import and export.

TT 53/2012/TT-BGDĐT Điều 14.3; how far each runs online is computed from what is there.
"""

from eduportal.procedures.levels import Level
from eduportal.procedures.levels import Offer
from eduportal.procedures.levels import level_of
from eduportal.procedures.offering import share_procedures
from eduportal.procedures.services import services
from eduportal.procedures.words import SCHEMES

__all__ = [
    "SCHEMES",
    "Level",
    "Offer",
    "level_of",
    "services",
    "share_procedures",
]
