"""Finding things: what a visitor typed, made into a catalogue query."""

from eduportal.search.apart import in_parts
from eduportal.search.asked import number
from eduportal.search.asked import text
from eduportal.search.asked import words
from eduportal.search.echo import shown
from eduportal.search.hits import FEW
from eduportal.search.hits import Hits
from eduportal.search.hits import suggestions
from eduportal.search.installing import ensure_index
from eduportal.search.installing import give_back_index
from eduportal.search.meant import did_you_mean
from eduportal.search.memory import remembered
from eduportal.search.records import records
from eduportal.search.records import rid
from eduportal.search.records import rids
from eduportal.search.relevance import ranked
from eduportal.search.robots import keep_out
from eduportal.search.sets import docs_below
from eduportal.search.sets import docs_between
from eduportal.search.sets import docs_in
from eduportal.search.sets import docs_until
from eduportal.search.sets import docs_with
from eduportal.search.sets import values
from eduportal.search.sets import visible
from eduportal.search.snippet import snippet

__all__ = [
    "did_you_mean",
    "FEW",
    "Hits",
    "docs_below",
    "docs_between",
    "docs_in",
    "docs_until",
    "docs_with",
    "ensure_index",
    "give_back_index",
    "in_parts",
    "keep_out",
    "number",
    "ranked",
    "records",
    "remembered",
    "rid",
    "rids",
    "shown",
    "snippet",
    "suggestions",
    "text",
    "values",
    "visible",
    "words",
]
