"""What one portal may read of its neighbours: small snapshots, never a neighbour's catalogue."""

from eduportal.federation.members import members
from eduportal.federation.snapshots import forget
from eduportal.federation.snapshots import refresh
from eduportal.federation.snapshots import snapshots

__all__ = ["forget", "members", "refresh", "snapshots"]
