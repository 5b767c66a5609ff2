"""What the states of validity are called: as on vbpl.vn, the national database of laws."""

from eduportal import _
from eduportal.content_types.official_document import validity

TITLES = {
    validity.IN_FORCE: _("In force"),
    validity.NOT_YET: _("Not yet in force"),
    validity.PARTLY_EXPIRED: _("Partly expired"),
    validity.SUSPENDED: _("Suspended"),
    validity.EXPIRED: _("Wholly expired"),
    validity.NONE: _("No validity"),
}
