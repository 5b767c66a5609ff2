"""Outgoing mail, set once per instance: portals queue, one sender delivers."""
