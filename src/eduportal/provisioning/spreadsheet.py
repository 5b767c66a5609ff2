"""A spreadsheet of units, read and checked against the instance it is meant for."""

from eduportal.mandate import catalogue
from eduportal.mandate import kinds
from eduportal.provisioning.instance import portal_ids
from eduportal.provisioning.instance import units
from eduportal.spreadsheets import Table
from eduportal.units.rules import Checked
from eduportal.units.rules import check


def checked(app, table: Table) -> Checked:
    """The good rows, parents first, and what is wrong with the others."""
    return check(table, existing=units(app), reserved_ids=reserved_ids(app))


def reserved_ids(app) -> frozenset[str]:
    """What a unit may not be called: root objects, and every section's id and short name.

    A unit called like a section could be reached through a neighbour by acquisition.
    """
    names = set(app.objectIds()) - set(portal_ids(app)) | {"vi", "en", "manage"}
    for kind in kinds():
        for section in catalogue().sections(kind):
            names |= {section.id, section.slug_vi, section.slug_en}
    return frozenset(names)
