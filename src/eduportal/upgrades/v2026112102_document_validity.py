"""Validity, relations, signers and years of documents; a register's records leave its list."""

from eduportal.content_types.official_document import validity
from eduportal.content_types.section.ordering import SectionOrdering
from eduportal.upgrades.profile import apply_again
from plone import api
import transaction

# edu_number too: its key no longer tells 05 from 5.
INDEXES = (
    "edu_number",
    "edu_signer",
    "edu_issued_year",
    "edu_filed_as",
    "edu_number_order",
    *validity.INDEXES,
)
BATCH = 500


def run(setup_tool) -> None:
    """Fill the new indexes and the column; free the sections from lists of their records."""
    apply_again(setup_tool)
    portal = api.portal.get()
    catalog = api.portal.get_tool("portal_catalog")
    documents = catalog.unrestrictedSearchResults(portal_type="OfficialDocument")
    for count, brain in enumerate(documents, start=1):
        # Past the queue, which would hold every document of the portal in memory.
        catalog._reindexObject(brain._unrestrictedGetObject(), idxs=list(INDEXES))
        if count % BATCH == 0:
            transaction.savepoint(optimistic=True)
            portal._p_jar.cacheGC()
    for brain in catalog.unrestrictedSearchResults(portal_type="Section"):
        SectionOrdering(brain._unrestrictedGetObject()).forget_records()
