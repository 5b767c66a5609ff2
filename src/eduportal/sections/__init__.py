"""The mandated tree of a portal: built, compared, repaired."""

from eduportal.sections.builder import LANGUAGES
from eduportal.sections.builder import Report
from eduportal.sections.builder import build
from eduportal.sections.diff import Diff
from eduportal.sections.diff import diff
from eduportal.sections.finder import find
from eduportal.sections.finder import sections_by_id
from eduportal.sections.offering import offer_later_types
from eduportal.sections.offering import show_later_views
from eduportal.sections.repair import repair

__all__ = [
    "LANGUAGES",
    "Diff",
    "Report",
    "build",
    "diff",
    "find",
    "offer_later_types",
    "repair",
    "sections_by_id",
    "show_later_views",
]
