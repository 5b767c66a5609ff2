"""Putting our text index in the place of Plone's, and giving Plone's back.

Plone's base profile describes an index of this name, so it cannot be told in our ``catalog.xml``:
the exchange compares, fills the new index in the same transaction, and does nothing the next time.
"""

from Acquisition import aq_base
from eduportal.search.index import VietnameseTextIndex
from eduportal.search.relevance import INDEX
from plone import api
from Products.ZCTextIndex.OkapiIndex import OkapiIndex
from Products.ZCTextIndex.ZCTextIndex import ZCTextIndex

LEXICON = "plone_lexicon"
OFTEN = 500
"""Objects after which those no longer needed leave the memory."""


def ensure_index(portal) -> bool:
    """Make the portal's search ours; whether that had to be done."""
    catalog = api.portal.get_tool("portal_catalog")
    if isinstance(_index(catalog), VietnameseTextIndex):
        return False
    _exchange(catalog, VietnameseTextIndex(INDEX))
    return True


def give_back_index(portal) -> bool:
    """Make the portal's search Plone's again; whether that had to be done."""
    catalog = api.portal.get_tool("portal_catalog")
    if not isinstance(_index(catalog), VietnameseTextIndex):
        return False
    stock = ZCTextIndex(
        INDEX, caller=catalog, index_factory=OkapiIndex, field_name=INDEX, lexicon_id=LEXICON
    )
    # as if it had been added by its name, of which the class keeps a note
    stock._index_type = "Okapi BM25 Rank"
    _exchange(catalog, stock)
    return True


def _index(catalog):
    return aq_base(catalog._catalog.indexes.get(INDEX))


def _exchange(catalog, index) -> None:
    if INDEX in catalog.indexes():
        catalog.delIndex(INDEX)
    catalog.addIndex(INDEX, index)
    for number, path in enumerate(list(catalog._catalog.uids), start=1):
        found = catalog.resolve_path(path)
        if found is not None:
            catalog.catalog_object(found, path, idxs=[INDEX], update_metadata=False)
        if number % OFTEN == 0:
            catalog._p_jar.cacheGC()
