"""Sections entrusted to persons: who writes where (tổ chuyên môn)."""

from eduportal.delegation.giving import entrust
from eduportal.delegation.giving import entrusted

__all__ = ["entrust", "entrusted"]
