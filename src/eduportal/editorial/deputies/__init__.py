"""Deputies: members who approve in place of a chief editor between two days (ủy quyền)."""

from eduportal.editorial.deputies.plugin import deputies_today
from eduportal.editorial.deputies.plugin import ensure_plugin
from eduportal.editorial.deputies.plugin import remove_plugin

__all__ = ["deputies_today", "ensure_plugin", "remove_plugin"]
