"""The text inside a file, found by a child process with limits. Plain Python, without Zope."""

from eduportal.extraction.found import Found
from eduportal.extraction.limits import Limits
from eduportal.extraction.parent import extract
from eduportal.extraction.recognition import recognition_present

__all__ = ["Found", "Limits", "extract", "recognition_present"]
