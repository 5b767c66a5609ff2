"""Arrangements as plain data."""

from eduportal.home import defaults
from eduportal.home.arrangement import COLUMNS
from eduportal.home.arrangement import Placement
from eduportal.home.arrangement import as_json
from eduportal.home.arrangement import fits
from eduportal.home.arrangement import from_json
from eduportal.home.interfaces import IHomeBlock
from eduportal.mandate import tiers
from zope.component import getAdapters
import pytest

NEWS = Placement("news", "news", "middle", settings={"count": 3, "heading_vi": "Tin"})


def test_what_was_kept_is_read_again():
    assert from_json(as_json((NEWS, Placement("a", "b", "left", True)))) == (
        NEWS,
        Placement("a", "b", "left", True),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "{}",
        "[1]",
        '[{"key": "news"}]',
        '[{"key": "\\"><script>", "block": "news", "column": "left"}]',
        '[{"key": "news", "block": "news", "column": "nowhere"}]',
        '[{"key": "news", "block": "news", "column": "left", "settings": [1]}]',
    ],
)
def test_what_nobody_could_have_made_is_left_out(text):
    assert from_json(text) == ()


def test_every_tier_begins_with_blocks_that_exist_and_stand_where_they_may(portal):
    where = {name: block.where for name, block in getAdapters((portal, portal.REQUEST), IHomeBlock)}
    wrong = [
        (tier, one)
        for tier in tiers()
        for one in defaults.of_tier(tier)
        if one.block not in where or not fits(one.column, where[one.block])
    ]
    assert wrong == []
    assert {one.column for one in defaults.of_tier("so")} == set(COLUMNS)
