"""What a portal's pages are made from at the moment, in a few bytes."""

from eduportal.caching.generations import PAGES
from eduportal.caching.generations import counter
from plone import api

UNSAVED = b"\0" * 8


def state(portal) -> tuple[bytes, bytes] | None:
    """Two serials: the catalogue's last change, and that of all else which visitors see.

    None while this transaction has moved one of them, and for a portal without counters: what is
    made then must not be kept. Serials and not values: a value that was reached in an aborted
    transaction comes again with other contents.
    """
    catalog = api.portal.get_tool("portal_catalog")._counter
    pages = counter(portal, PAGES)
    if catalog is None or pages is None:
        return None
    catalog(), pages()  # a ghost has no serial
    if catalog._p_changed or pages._p_changed:
        return None
    serials = (catalog._p_serial, pages._p_serial)
    return None if UNSAVED in serials else serials
