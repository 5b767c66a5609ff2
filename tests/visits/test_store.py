"""Figures in the database: days become months, months become sums, and nothing is lost."""

from datetime import date
from datetime import timedelta
from eduportal.visits import store
from transaction import TransactionManager
from ZODB.MappingStorage import DB
import pytest


@pytest.fixture
def root():
    manager = TransactionManager()
    connection = DB().open(manager)
    yield connection.root()
    manager.abort()
    connection.close()


def test_what_is_added_is_found_by_day_month_and_in_all(root):
    first, second = date(2026, 10, 31), date(2026, 11, 1)
    store.add(root, {(first, "hoa-sen", ""): (5, 2), (first, "hoa-sen", "news"): (3, 1)})
    store.add(root, {(second, "hoa-sen", ""): (1, 1), (second, "so-mau", ""): (9, 9)})
    store.add(root, {(second, "hoa-sen", ""): (1, 0)})

    assert store.day(root, "hoa-sen", second) == {"": (2, 1)}
    assert store.month(root, "hoa-sen", "2026-10") == {"2026-10-31": {"": (5, 2), "news": (3, 1)}}
    assert store.total(root, "hoa-sen") == {"": (7, 3), "news": (3, 1)}
    assert store.months(root, "hoa-sen") == ["2026-11", "2026-10"]


def test_a_portal_without_visits_has_none(root):
    assert store.day(root, "hoa-sen", date(2026, 11, 21)) == {}
    assert store.month(root, "hoa-sen", "2026-11") == {}
    assert store.total(root, "hoa-sen") == {}
    assert store.months(root, "hoa-sen") == []


def test_three_years_of_visits_stay_few_objects(root):
    first = date(2023, 11, 1)
    for number in range(3 * 365):
        day = first + timedelta(days=number)
        store.add(root, {(day, "hoa-sen", ""): (2, 1), (day, "hoa-sen", "news"): (1, 1)})
    kept = root[store.KEY]["hoa-sen"]

    assert store.total(root, "hoa-sen")[""] == (2 * 3 * 365, 3 * 365)
    assert sorted(kept["days"]) == ["2026-10-29", "2026-10-30"]
    assert store.month(root, "hoa-sen", "2023-11") == {"2023-11": {"": (60, 30), "news": (30, 30)}}
    assert len(store.month(root, "hoa-sen", "2026-09")) == 30
    months = [
        store.summed(store.month(root, "hoa-sen", one)) for one in store.months(root, "hoa-sen")
    ]
    assert sum(month[""][1] for month in months) == 3 * 365


def test_a_process_that_comes_late_still_adds_to_its_day(root):
    today = date(2026, 11, 21)
    store.add(root, {(today, "hoa-sen", ""): (1, 1)})
    store.add(root, {(today - timedelta(days=5), "hoa-sen", ""): (1, 1)})
    store.add(root, {(today + timedelta(days=3), "hoa-sen", ""): (1, 1)})
    store.add(root, {(today, "hoa-sen", ""): (1, 1)})

    assert store.day(root, "hoa-sen", today) == {"": (2, 2)}
    assert store.total(root, "hoa-sen") == {"": (4, 4)}
    month = store.month(root, "hoa-sen", "2026-11")
    assert store.summed(month) == {"": (4, 4)}


def test_what_is_forgotten_is_gone(root):
    store.add(root, {(date(2026, 11, 21), "hoa-sen", ""): (1, 1)})
    store.forget(root, "hoa-sen")
    store.forget(root, "so-mau")
    assert store.total(root, "hoa-sen") == {}
