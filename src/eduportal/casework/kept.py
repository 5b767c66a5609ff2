"""What was counted of cases that have been purged: tallies alone, so that past months stay true.

They lie in the cases' database, ``{portal id: {(month, UID of a service): numbers}}``.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Mapping
from dataclasses import astuple
from eduportal import cases
from eduportal.casework.tallies import Key
from eduportal.casework.tallies import Tally
from eduportal.casework.tallies import count
from plone import api
from zope.component import adapter

KEY = "eduportal.casework"


def of_purged(portal) -> Mapping[Key, Tally]:
    """The tallies of the portal's purged cases."""
    kept = cases.root_of(portal).get(KEY, {}).get(portal.getId(), {})
    return {key: Tally(*numbers) for key, numbers in kept.items()}


@adapter(cases.CasePurged)
def keep(event: cases.CasePurged) -> None:
    """A case is about to be deleted: what it adds to its months stays."""
    portal = api.portal.get()
    root = cases.root_of(portal)
    if KEY not in root:
        root[KEY] = OOBTree()
    if portal.getId() not in root[KEY]:
        root[KEY][portal.getId()] = OOBTree()
    kept = root[KEY][portal.getId()]
    for key, tally in count([cases.row_of(event.case)]).items():
        kept[key] = astuple(Tally(*kept.get(key, ())) + tally)


def forget(portal, event) -> None:
    """The portal was deleted."""
    kept = cases.root_of(portal).get(KEY, {})
    if portal.getId() in kept:
        del kept[portal.getId()]
