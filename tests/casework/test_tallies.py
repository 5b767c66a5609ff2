"""What is counted of cases, and what of it may be published."""

from dataclasses import dataclass
from datetime import UTC
from datetime import date
from datetime import datetime
from eduportal.casework.monthly import month
from eduportal.casework.small_numbers import hidden
from eduportal.casework.tallies import Tally
from eduportal.casework.tallies import count
from eduportal.casework.tallies import together
import pytest


@dataclass
class Row:
    """The fields of a row of the index that are counted."""

    service_uid: str = "a"
    state: str = "approved"
    opened: datetime = datetime(2026, 11, 2, 3, tzinfo=UTC)
    due: date | None = date(2026, 11, 9)
    closed_on: date | None = date(2026, 11, 9)
    rating: int | None = None


def test_a_case_counts_in_the_month_of_its_receipt_and_in_that_of_its_end():
    found = count(
        [
            # 23:30 UTC on the last of October is November in Viet Nam
            Row(opened=datetime(2026, 10, 31, 23, 30, tzinfo=UTC), rating=5),
            Row(closed_on=date(2026, 12, 1), rating=1),
            Row(state="withdrawn"),
            Row(due=None, state="refused"),
            Row(closed_on=None, state="processing"),
            Row(service_uid="b", state="returned", closed_on=date(2026, 11, 10)),
        ]
    )

    assert found == {
        ("2026-11", "a"): Tally(received=5, in_time=1, no_term=1, withdrawn=1, score_5=1),
        ("2026-12", "a"): Tally(late=1, score_1=1),
        ("2026-11", "b"): Tally(received=1, late=1),
    }
    assert together(found, {("2026-12", "a"): Tally(in_time=2)})[("2026-12", "a")] == Tally(
        in_time=2, late=1, score_1=1
    )


@pytest.mark.parametrize(
    ("sizes", "also", "expected"),
    [
        ({"a": 9, "b": 7}, (), set()),
        ({"a": 9, "b": 3, "c": 2}, (), {"b", "c"}),
        # the sum could be read off the total, so the next smallest joins
        ({"a": 9, "b": 7, "c": 2}, (), {"b", "c"}),
        ({"a": 9, "b": 0}, (), set()),
        ({"a": 9, "b": 7}, ("b",), {"b"}),
        ({"a": 3}, (), {"a"}),
    ],
)
def test_small_numbers_are_told_in_one_sum_alone(sizes, also, expected):
    assert hidden(sizes, frozenset(also)) == expected


def test_a_month_has_lines_a_rest_and_a_total_that_betray_no_small_number():
    tallies = {
        ("2026-10", "a"): Tally(received=8, in_time=2),
        ("2026-11", "a"): Tally(received=4, in_time=3, late=1, score_5=2, score_1=1),
        ("2026-11", "b"): Tally(received=9, in_time=9, score_4=6),
        ("2026-11", "c"): Tally(received=1, in_time=1, score_1=1),
        ("2026-11", "hidden"): Tally(received=20),
    }

    found = month(tallies, "2026-11", frozenset("abc"))

    assert [(line.service, line.tally.received, line.pending) for line in found.lines] == [
        ("a", 4, 6),
        ("b", 9, 0),
    ]
    assert (found.rest.service, found.rest.tally.received, found.rest.pending) == ("", 21, 20)
    assert (found.total.tally.received, found.total.pending) == (34, 26)
    # three answers of a and one of the rest: only together with those of b
    assert [line.shows_rating for line in (*found.lines, found.rest, found.total)] == [
        False,
        False,
        False,
        True,
    ]
    tallies = [line.tally for line in (*found.lines, found.total)]
    assert [one.in_time / one.promised for one in tallies] == [0.75, 1.0, 13 / 14]


def test_a_month_with_hardly_any_case_tells_nothing():
    found = month({("2026-11", "a"): Tally(received=4)}, "2026-11", frozenset("a"))

    assert (found.lines, found.rest, found.total) == ((), None, None)
