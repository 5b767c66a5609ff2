"""Officers at work: queue, case page, bulk steps, statistics."""

from eduportal.casework.counting import tallies
from eduportal.casework.monthly import Month
from eduportal.casework.monthly import month
from eduportal.casework.people import handles_cases
from eduportal.casework.tallies import Tally
from eduportal.casework.waiting import Waiting
from eduportal.casework.waiting import waiting

__all__ = ["Month", "Tally", "Waiting", "handles_cases", "month", "tallies", "waiting"]
