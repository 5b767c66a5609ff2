"""How a kind of item gets onto paper."""

from zope.interface import Interface


class IPrinted(Interface):
    """The body of an item as a list of ``blocks``: an adapter of (content, request).

    Title, unit, dates, author, corrections and address are printed around it. An add-on registers
    one for its own type and marks the type's class with ``eduportal.sharing.IShared``.
    """
