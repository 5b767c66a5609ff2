"""Visit figures: counted by a beacon, without cookies, addresses or third parties."""

from eduportal.visits.figures import Figures
from eduportal.visits.portal import figures
from eduportal.visits.portal import forget
from eduportal.visits.portal import monthly
from eduportal.visits.portal import months
from eduportal.visits.portal import pack_database
from eduportal.visits.portal import total
from eduportal.visits.portal import whole_month

__all__ = [
    "Figures",
    "figures",
    "forget",
    "monthly",
    "months",
    "pack_database",
    "total",
    "whole_month",
]
