"""Who answers for what the portal publishes (Thủ Dầu Một V.2, Quảng Ngãi III.1): a name and a post.

TT 32/2017/TT-BTTTT wants the responsible person named at the foot of every page.
"""

from eduportal import _
from eduportal.mail.text import one_line
from plone import api
from zope import schema
from zope.interface import Interface

PREFIX = "eduportal.duties"
LONGEST = 200


class IDutySettings(Interface):
    """Registry ``eduportal.duties.*``; written on the page of duties."""

    responsible_person = schema.TextLine(
        title=_("Responsible person"),
        description=_("Named at the foot of every page, with the post: Ms Nguyen Thi Mau, Head."),
        required=False,
        default="",
        max_length=LONGEST,
    )


def responsible_person() -> str:
    """Name and post as they stand at the foot of the pages; empty where nobody is named."""
    record = f"{PREFIX}.responsible_person"
    return api.portal.get_registry_record(record, default="") or ""


def name_responsible_person(words: str) -> bool:
    """Keep who answers for the portal; whether that changed anything."""
    words = one_line(words, LONGEST)
    if words == responsible_person():
        return False
    api.portal.set_registry_record(f"{PREFIX}.responsible_person", words)
    return True
