"""What makes a record of the register acceptable."""

from collections.abc import Iterable
from datetime import date
from eduportal import _
from eduportal.content_types.official_document import numbers
from plone import api
from plone.uuid.interfaces import IUUID
from zope.interface import Invalid


def check_dates(issued: date | None, effective: date | None, expires: date | None) -> None:
    """A text takes effect on or after its issue and ends on or after that.

    Ending on the day it would begin is allowed: repealed before it took effect.
    """
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
                default="No longer in force from ${expires} is before ${start}.",
                mapping={"expires": shown(expires), "start": shown(start)},
            )
        )


def first_with_number(
    number: str | None, issuer: str | None, issued: date | None, itself: object = None
):
    """The catalogue entry that has this number of this issuer in this year; None where free.

    NĐ 30/2020 Điều 15: numbers run from 1 January to 31 December and are unique in the year. Old
    letters have no number, and those are never compared. Two that are saved at the same moment
    both find it free; then both write the same new key of the index, the database refuses the
    second, and its retry comes here again.
    """
    filed_as = numbers.filed_as(number, issuer, issued)
    if filed_as is None:
        return None
    own_uid = IUUID(itself, None)
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(edu_filed_as=filed_as):
        if own_uid != brain.UID:
            return brain
    return None


class AlreadyFiled(Invalid):
    """The refusal of a second record; ``url`` leads to the first."""

    def __init__(self, number: str, first) -> None:
        self.url = first.getURL()
        super().__init__(
            _(
                "refused_number_already_filed",
                default=(
                    "Number ${number} of this issuer and year is already filed: “${title}” "
                    "(${url}). Correct the number, or edit that record."
                ),
                mapping={"number": number, "title": first.Title, "url": self.url},
            )
        )


def check_targets(targets: Iterable, itself: object = None) -> None:
    """A relation leads to other documents of the register."""
    own_uid = IUUID(itself, None)
    for target in targets:
        if target.portal_type != "OfficialDocument":
            raise Invalid(
                _(
                    "refused_relation_to_other_type",
                    default="“${title}” is not a document of the register.",
                    mapping={"title": target.title},
                )
            )
        if own_uid is not None and IUUID(target, None) == own_uid:
            raise Invalid(_("A document cannot act upon itself."))


def shown(day: date) -> str:
    """A date as it is written in Viet Nam."""
    return f"{day:%d/%m/%Y}"
