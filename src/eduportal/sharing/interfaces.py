"""Marker of what may be shared and saved."""

from zope.interface import Interface


class IShared(Interface):
    """An item that readers share, print and save; an add-on marks its type's class with it."""
