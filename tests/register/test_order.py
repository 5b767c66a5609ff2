"""Records in order: looked up, walked to or scanned, the same page comes out."""

from datetime import date
from datetime import timedelta
from eduportal.register import order
from eduportal.register.order import BY_DATE
from eduportal.register.order import BY_NUMBER
from eduportal.register.order import page
from eduportal.search import records
from Products.PluginIndexes.FieldIndex.FieldIndex import FieldIndex
from types import SimpleNamespace
import pytest
import random


@pytest.fixture(scope="module")
def shelf():
    """A catalogue's indexes with 900 records; a tenth has no date, a tenth no number."""
    chance = random.Random(37)
    indexes = {name: FieldIndex(name) for name in ("edu_issued_on", "edu_number_order")}
    for rid in range(-450, 450):
        day = date(2020, 1, 1) + timedelta(days=chance.randrange(200))
        number = (2020, chance.randrange(300), "", "tt")
        paper = SimpleNamespace(edu_issued_on=day, edu_number_order=number)
        if rid % 10 == 3:
            del paper.edu_issued_on
        if rid % 10 == 4:
            del paper.edu_number_order
        for index in indexes.values():
            index.index_object(rid, paper)
    return SimpleNamespace(_catalog=SimpleNamespace(indexes=indexes))


def plainly(shelf, rids, by):
    first, second = (shelf._catalog.indexes[name]._unindex for name in (by.index, by.then))

    def key(rid):
        return [
            *(
                (rid in index, index.get(rid)) if rid in index else (False,)
                for index in (first, second)
            ),
            rid,
        ]

    return sorted(rids, key=key, reverse=True)


@pytest.mark.parametrize("by", [BY_DATE, BY_NUMBER])
@pytest.mark.parametrize(("few", "walk"), [(10**6, 0), (0, 10**6), (0, 20), (0, -1), (100, 50)])
@pytest.mark.parametrize("every", [1, 2, 40])
def test_pages_of_any_size_are_those_of_a_plain_sort(shelf, monkeypatch, by, few, walk, every):
    monkeypatch.setattr(order, "FEW", few)
    monkeypatch.setattr(order, "SHORT_WALK", walk)
    rids = list(range(-450, 450, every))
    wanted = plainly(shelf, rids, by)
    found = records(rids)
    for start, size in ((0, 20), (5, 1), (300, 50), (880, 100), (0, 900), (2000, 20)):
        assert page(shelf, (found,), by, start, size) == wanted[start : start + size]


def test_tiers_follow_each_other_whatever_their_dates(shelf):
    best, rest = list(range(-5, 5)), list(range(100, 130))
    wanted = plainly(shelf, best, BY_DATE) + plainly(shelf, rest, BY_DATE)
    tiers = (records(best), records([]), records(rest))
    pages = [page(shelf, tiers, BY_DATE, start, 7) for start in range(0, 49, 7)]
    assert [rid for one in pages for rid in one] == wanted
    assert [len(one) for one in pages] == [7, 7, 7, 7, 7, 5, 0]


def test_nothing_found_is_an_empty_page(shelf):
    assert page(shelf, (), BY_DATE, 0, 20) == []
    assert page(shelf, (records([]),), BY_NUMBER, 0, 20) == []
