"""Who did what, when: an append-only journal of each portal, outside its database."""

from eduportal.audit.recording import record

__all__ = ["record"]
