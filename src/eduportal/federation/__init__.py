"""What one portal may read of its neighbours: small snapshots, never a neighbour's catalogue."""

from eduportal.federation.members import address_of
from eduportal.federation.members import members
from eduportal.federation.news import forget_news
from eduportal.federation.news import parents_news
from eduportal.federation.news import share_news
from eduportal.federation.procedures import forget_procedures
from eduportal.federation.procedures import parents_procedures
from eduportal.federation.procedures import share_procedures
from eduportal.federation.shared import forget_documents
from eduportal.federation.shared import parents_documents
from eduportal.federation.shared import share_documents
from eduportal.federation.snapshots import forget
from eduportal.federation.snapshots import refresh
from eduportal.federation.snapshots import snapshots

__all__ = [
    "address_of",
    "forget",
    "forget_documents",
    "forget_news",
    "forget_procedures",
    "members",
    "parents_documents",
    "parents_news",
    "parents_procedures",
    "refresh",
    "share_documents",
    "share_news",
    "share_procedures",
    "snapshots",
]
