"""Catalogue entries as the templates show them; no object is loaded."""

from dataclasses import dataclass
from datetime import date
from eduportal.announcements import is_urgent
from eduportal.face.dates import day_of
from eduportal.face.dates import published_on
from eduportal.face.dates import short
from eduportal.pictures import picture
from plone import api

PUBLIC = "published"
"""Also what has no state of its own: a file inside an item is as public as the item."""

VIEWED = "plone.types_use_view_action_in_listings"
BESIDE = "8rem"
"""How wide the theme shows a picture beside its line."""


@dataclass(frozen=True)
class Entry:
    """One line of a list; ``picture`` is HTML, ``own_language`` that of all but the title."""

    title: str
    url: str
    description: str
    date: str
    language: str
    own_language: str = ""
    picture: str = ""
    hidden: bool = False
    public: bool = True
    number: str = ""
    issued: str = ""
    source: str = ""
    corrected: str = ""
    urgent: bool = False


def entries(brains, language: str) -> list[Entry]:
    """The lines for these catalogue entries, in their order, as readers of a language get them."""
    viewed = api.portal.get_registry_record(VIEWED, default=())
    return [_entry(brain, brain.portal_type in viewed, language) for brain in brains]


def _entry(brain, viewed: bool, language: str) -> Entry:
    url = brain.getURL()
    # Records of registers exist once; some have an English title beside their own.
    english = brain.edu_title_en if language == "en" else ""
    return Entry(
        title=english or brain.Title or brain.getId,
        url=f"{url}/view" if viewed else url,
        description=brain.Description or "",
        date=short(_day(brain)),
        language="en" if english else brain.Language or "",
        own_language=brain.Language or "",
        number=brain.edu_number or "",
        issued=short(brain.edu_issued_on or None),
        source=brain.edu_source or "",
        corrected=short(brain.edu_corrected_on or None),
        urgent=is_urgent(brain),
        picture=picture(brain, "mini", sizes=BESIDE),
        hidden=bool(brain.exclude_from_nav),
        public=(brain.review_state or PUBLIC) == PUBLIC,
    )


def _day(brain) -> date | None:
    """What is to be held is asked for by its own day, not by the day it was announced."""
    return (day_of(brain.start) if brain.portal_type == "Event" else None) or published_on(brain)
