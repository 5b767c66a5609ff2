"""What one portal may read of its neighbours: small snapshots, never a neighbour's catalogue."""

from eduportal.federation.members import members
from eduportal.federation.shared import forget_documents
from eduportal.federation.shared import parents_documents
from eduportal.federation.shared import share_documents
from eduportal.federation.snapshots import forget
from eduportal.federation.snapshots import refresh
from eduportal.federation.snapshots import snapshots

__all__ = [
    "forget",
    "forget_documents",
    "members",
    "parents_documents",
    "refresh",
    "share_documents",
    "snapshots",
]
