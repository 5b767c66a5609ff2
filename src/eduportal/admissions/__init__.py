"""Admission seasons: applicants, results published at an hour, letters, confirmed places."""

from eduportal.admissions.lookup import look_up
from eduportal.admissions.results import Result
from eduportal.admissions.results import result_of
from eduportal.admissions.seasons import results_are_public
from eduportal.admissions.seasons import season_of
from eduportal.admissions.seasons import services_of_season

__all__ = [
    "Result",
    "look_up",
    "result_of",
    "results_are_public",
    "season_of",
    "services_of_season",
]
