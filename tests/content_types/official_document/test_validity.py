"""The state of a document on a day, from its own days and what others do to it."""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from eduportal.content_types.official_document import validity
from eduportal.content_types.official_document.relations import EXPIRE
from eduportal.content_types.official_document.relations import EXPIRE_IN_PART
from eduportal.content_types.official_document.relations import NONE
from eduportal.content_types.official_document.relations import SUSPEND
from eduportal.content_types.official_document.validity import Act
from eduportal.content_types.official_document.validity import Boundaries
from eduportal.content_types.official_document.validity import boundaries
from eduportal.content_types.official_document.validity import of
from eduportal.content_types.official_document.validity import split
from pyroaring import FrozenBitMap
import pytest
import random

START = date(2020, 1, 1)
DAY = date(2022, 3, 1)
LATER = date(2023, 6, 1)
EVE = timedelta(days=1)


@pytest.mark.parametrize(
    ("ends", "acts", "states"),
    [
        (None, [], ["not-yet", "in-force", "in-force", "in-force", "in-force", "in-force"]),
        (DAY, [], ["not-yet", "in-force", "in-force", "expired", "expired", "expired"]),
        (
            None,
            [Act(EXPIRE, DAY)],
            ["not-yet", "in-force", "in-force", "expired", "expired", "expired"],
        ),
        (
            LATER,
            [Act(EXPIRE, DAY), Act(EXPIRE, LATER)],
            ["not-yet", "in-force", "in-force", "expired", "expired", "expired"],
        ),
        (
            None,
            [Act(EXPIRE_IN_PART, DAY)],
            ["not-yet", "in-force", "in-force"] + ["partly-expired"] * 3,
        ),
        (
            LATER,
            [Act(EXPIRE_IN_PART, DAY)],
            ["not-yet", "in-force", "in-force", "partly-expired", "partly-expired", "expired"],
        ),
        (
            None,
            [Act(SUSPEND, DAY)],
            ["not-yet", "in-force", "in-force", "suspended", "suspended", "suspended"],
        ),
        (
            None,
            [Act(SUSPEND, DAY, LATER)],
            ["not-yet", "in-force", "in-force", "suspended", "suspended", "in-force"],
        ),
        (
            None,
            [Act(SUSPEND, DAY, LATER), Act(EXPIRE_IN_PART, START)],
            ["not-yet"] + ["partly-expired"] * 2 + ["suspended"] * 2 + ["partly-expired"],
        ),
        (
            LATER,
            [Act(SUSPEND, DAY)],
            ["not-yet", "in-force", "in-force", "suspended", "suspended", "expired"],
        ),
        (
            None,
            [Act(NONE, DAY)],
            ["not-yet", "in-force", "in-force", "in-force", "in-force", "in-force"],
        ),
        # an undated text acts on no day; one repealed before it took effect never acted
        (
            None,
            [Act(EXPIRE, None), Act(EXPIRE, DAY, DAY), Act(SUSPEND, LATER, DAY)],
            ["not-yet", "in-force", "in-force", "in-force", "in-force", "in-force"],
        ),
        # what replaced it is itself over later: that brings nothing back
        (
            None,
            [Act(EXPIRE, DAY, LATER)],
            ["not-yet", "in-force", "in-force", "expired", "expired", "expired"],
        ),
    ],
)
def test_each_state_begins_on_its_day(ends, acts, states):
    days = boundaries(START, ends, acts)
    asked = (START - EVE, START, DAY - EVE, DAY, LATER - EVE, LATER)
    assert [of(days, day) for day in asked] == states


def test_a_text_repealed_before_it_took_effect_was_never_in_force():
    days = boundaries(LATER, None, [Act(EXPIRE, DAY)])
    assert [of(days, day) for day in (DAY - EVE, DAY, LATER)] == ["not-yet", "expired", "expired"]


def test_without_a_first_day_there_is_no_validity_whatever_else_is_known():
    assert boundaries(None, DAY, [Act(EXPIRE, DAY)]) == validity.NO_VALIDITY
    assert [of(days, DAY) for days in (validity.NO_VALIDITY, None, (), (None,) * 5)] == ["none"] * 4


@pytest.mark.parametrize(
    ("acts", "suspended", "resumed"),
    [
        ([Act(SUSPEND, START, DAY), Act(SUSPEND, DAY, LATER)], START, LATER),
        ([Act(SUSPEND, DAY), Act(SUSPEND, START, LATER)], START, None),
        ([Act(SUSPEND, START, LATER), Act(SUSPEND, DAY, DAY + EVE)], START, LATER),
        ([Act(SUSPEND, START, DAY), Act(SUSPEND, LATER)], LATER, None),
    ],
)
def test_suspensions_that_touch_are_one_and_of_separate_ones_the_last_counts(
    acts, suspended, resumed
):
    days = boundaries(START, None, acts)
    assert (days.suspended, days.resumed) == (suspended, resumed)


def test_the_day_changes_at_midnight_in_viet_nam():
    eve = datetime(2026, 8, 31, 16, 59, 59, tzinfo=UTC)
    days = boundaries(date(2026, 9, 1), None)
    moments = (eve, eve + timedelta(seconds=1))
    assert [validity.day_of(moment) for moment in moments] == [date(2026, 8, 31), date(2026, 9, 1)]
    assert [of(days, validity.day_of(moment)) for moment in moments] == ["not-yet", "in-force"]
    assert validity.today() == validity.day_of(datetime.now(UTC))


@pytest.mark.parametrize("make", [set, FrozenBitMap])
def test_sets_and_rows_agree_on_every_state(make):
    chance = random.Random(53)
    days = [START + timedelta(days=n) for n in range(8)]

    def some():
        return chance.choice([*days, None, None])

    rows = {
        n: Boundaries(chance.choice(days), some(), some(), some(), some())
        if chance.random() < 0.9
        else validity.NO_VALIDITY
        for n in range(2000)
    }
    records = make(n for n in rows if n % 3)
    dated = make(n for n, row in rows.items() if row.starts)
    for day in (START - EVE, *days):

        def reached(index, day=day):
            place = validity.INDEXES.index(index)
            return make(n for n, row in rows.items() if row[place] and row[place] <= day)

        expected = {
            state: {n for n in records if of(rows[n], day) == state} for state in validity.STATES
        }
        found = split(records, reached, dated)
        assert {state: set(some) for state, some in found.items()} == expected
