"""Thematic pages (chuyên đề): what belongs to one subject, chosen or by keywords."""

from eduportal.topics.gathering import gathered
from eduportal.topics.gathering import picked

__all__ = ["gathered", "picked"]
