"""The rating of one case: a number that is published in sums, a comment for the officers alone."""

from eduportal import cases
from eduportal.satisfaction.scale import SCALE
from persistent.mapping import PersistentMapping

KEY = "eduportal.satisfaction"
LONGEST = 1000
"""Characters of a comment."""


def may_rate(case: cases.Case) -> bool:
    """Once there is a result, granted or refused."""
    return cases.row_of(case).decided


def rate(case: cases.Case, score: int) -> None:
    """One per case: a second one, of who tapped beside, takes the place of the first."""
    if score not in SCALE:
        raise ValueError(f"a rating is one of {sorted(SCALE)}, not {score}")
    case.rating = score
    case.indexObject()


def comment_of(case: cases.Case) -> str:
    return case.extra.get(KEY, {}).get("comment", "")


def comment(case: cases.Case, text: str) -> None:
    """What an applicant adds in words."""
    case.extra[KEY] = PersistentMapping(comment=text.strip()[:LONGEST])
