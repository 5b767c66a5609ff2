"""What has its hour: publication and the end of display, made by a process of the instance."""

from eduportal.clock.agenda import ensure_agenda
from eduportal.clock.lease import new_holder
from eduportal.clock.planning import forget
from eduportal.clock.planning import survey
from eduportal.clock.running import run
from eduportal.clock.running import survey_all
from eduportal.clock.ticking import Done
from eduportal.clock.ticking import Tick
from eduportal.clock.ticking import tick

__all__ = [
    "Done",
    "Tick",
    "ensure_agenda",
    "forget",
    "new_holder",
    "run",
    "survey",
    "survey_all",
    "tick",
]
