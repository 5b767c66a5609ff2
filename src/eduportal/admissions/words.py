"""Words for what lists of applicants show."""

from eduportal import _
from eduportal.admissions import results

REPLIES = {
    results.YES: _("The child comes"),
    results.NO: _("The child does not come"),
    "": _("No answer yet"),
}
