"""Who keeps which section fresh, by when, and who answers for the portal and is paid for it."""

from eduportal.duties.due import Due
from eduportal.duties.due import due
from eduportal.duties.register import Duty
from eduportal.duties.register import Place
from eduportal.duties.register import duties
from eduportal.duties.responsible import responsible_person

__all__ = ["Due", "Duty", "Place", "due", "duties", "responsible_person"]
