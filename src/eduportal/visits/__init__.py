"""Visit figures: counted by a beacon, without cookies, addresses or third parties."""

from eduportal.visits.figures import Figures
from eduportal.visits.portal import figures
from eduportal.visits.portal import forget
from eduportal.visits.portal import monthly
from eduportal.visits.portal import months
from eduportal.visits.portal import total

__all__ = ["Figures", "figures", "forget", "monthly", "months", "total"]
