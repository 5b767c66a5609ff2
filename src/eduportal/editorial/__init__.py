"""Who writes, who approves, who administers: workflow chains, groups, administrators' limits."""

from eduportal.editorial.groups import ensure_groups
from eduportal.editorial.handover import hand_over
from eduportal.editorial.handover import take_over

__all__ = ["ensure_groups", "hand_over", "take_over"]
