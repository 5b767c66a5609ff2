"""Who writes, who approves, who administers: workflow chains, groups, administrators' limits."""

from eduportal.editorial.groups import ensure_groups

__all__ = ["ensure_groups"]
