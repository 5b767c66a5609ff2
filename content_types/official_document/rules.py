"""What makes a record of the register acceptable."""

from datetime import date
from eduportal import _
from eduportal.vietnamese import fold
from plone import api
from plone.uuid.interfaces import IUUID
from zope.interface import Invalid


def check_dates(issued: date | None, effective: date | None, expires: date | None) -> None:
    """A text takes effect on or after its issue and ends on or after that."""
    if issued and effective and effective < issued:
        raise Invalid(
            _(
                "refused_effective_before_issue",
                default="In force from ${effective} is before the date of issue ${issued}.",
                mapping={"effective": shown(effective), "issued": shown(issued)},
            )
        )
    start = effective or issued
    if start and expires and expires < start:
        raise Invalid(
            _(
                "refused_expiry_before_start",
                default="In force until ${expires} is before ${start}.",
                mapping={"expires": shown(expires), "start": shown(start)},
            )
        )


def number_key(number: str | None) -> str:
    """``37/2020/TT-BGDĐT`` and ``37 / 2020/tt-bgddt`` are one number."""
    return "".join(fold(number or "").split())


def first_with_number(
    number: str | None, issuer: str | None, issued: date | None, itself: object = None
):
    """The catalogue entry that has this number of this issuer in this year; None where free.

    NĐ 30/2020 Điều 15: numbers run from 1 January to 31 December and are unique in the year. Old
    letters have no number, and those are never compared.
    """
    key = number_key(number)
    if not key:
        return None
    own_uid = IUUID(itself, None)
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(
        portal_type="OfficialDocument", edu_number=key, edu_issuer=issuer or ""
    ):
        if own_uid != brain.UID and _year(brain.edu_issued_on) == _year(issued):
            return brain
    return None


def already_filed(number: str, first) -> str:
    """The sentence that refuses a second record and leads to the first."""
    return _(
        "refused_number_already_filed",
        default=(
            "Number ${number} of this issuer and year is already filed: “${title}” (${url}). "
            "Correct the number, or edit that record."
        ),
        mapping={"number": number, "title": first.Title, "url": first.getURL()},
    )


def shown(day: date) -> str:
    """A date as it is written in Viet Nam."""
    return f"{day:%d/%m/%Y}"


def _year(day: date | None) -> int | None:
    return day.year if day else None
