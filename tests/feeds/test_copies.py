"""Copies: the last good one stays, what fails is asked less often, what nobody wants goes."""

from eduportal.feeds.addresses import FeedError
from eduportal.feeds.copies import AGAIN_SECONDS
from eduportal.feeds.copies import LONGEST_PAUSE
from eduportal.feeds.copies import WANTED_SECONDS
from eduportal.feeds.copies import Copies
from eduportal.feeds.fetching import Answer
from eduportal.feeds.gathering import gather
from eduportal.feeds.parsing import Item
from tests.feeds.conftest import SECTOR
import time

AT = "https://moet.gov.vn/rss"
ITEMS = (
    Item("Công bố lịch thi", "https://moet.gov.vn/tin/1", "2026-11-20T01:00:00+00:00"),
    Item("Ngày Nhà giáo Việt Nam", "https://moet.gov.vn/tin/2"),
)


class Clock:
    def __init__(self):
        self.time = time.time()

    def __call__(self):
        return self.time


def answers(address, etag, modified):
    return Answer(SECTOR.encode(), address, '"a"', "")


def fails(address, etag, modified):
    raise FeedError("late")


def test_the_last_good_copy_stays_while_its_server_is_away(tmp_path):
    clock = Clock()
    copies = Copies(tmp_path, clock)
    copies.want(AT)
    assert (copies.due(), copies.of(AT)) == ([AT], None)

    good = copies.update(AT, answers)
    assert (copies.due(), copies.of(AT)) == ([], good)
    assert (good.title, good.items, good.etag, good.reason) == (
        "Cổng của ngành",
        ITEMS,
        '"a"',
        "",
    )

    pauses = []
    for _ in range(6):
        before = clock.time
        while not copies.due():
            clock.time += 60
        pauses.append(round((clock.time - before) / AGAIN_SECONDS, 1))
        copies.update(AT, fails)
    kept = copies.of(AT)
    assert (kept.items, kept.fetched, kept.reason, kept.failures) == (
        ITEMS,
        good.fetched,
        "late",
        6,
    )
    assert pauses == [1, 2, 4, 8, 16, LONGEST_PAUSE / AGAIN_SECONDS]

    clock.time += LONGEST_PAUSE
    unchanged = copies.update(AT, lambda *asked: Answer(None, AT))
    assert (unchanged.items, unchanged.reason, unchanged.failures) == (ITEMS, "", 0)
    assert unchanged.fetched == clock.time


def test_a_feed_that_no_page_shows_any_more_is_forgotten(tmp_path):
    clock = Clock()
    copies = Copies(tmp_path, clock)
    copies.want(AT)
    copies.update(AT, answers)
    clock.time += WANTED_SECONDS + 60
    assert copies.due() == []
    assert list(tmp_path.iterdir()) == []


def test_a_broken_copy_is_as_good_as_none(tmp_path):
    copies = Copies(tmp_path)
    copies.want(AT)
    copies.update(AT, answers)
    (file,) = tmp_path.glob("*.json")
    file.write_text("{")
    assert (copies.of(AT), copies.due()) == (None, [AT])


def test_an_instance_fetches_each_feed_once_for_all_its_portals(tmp_path, server):
    server.give("/rss", SECTOR)
    copies = Copies(tmp_path / "feeds")
    for _portal in range(3):
        copies.want(f"{server.url}/rss")

    assert [copy.reason for copy in gather(tmp_path)] == ["private"]
    assert server.asked == []
    (tmp_path / "feeds.toml").write_text('allow = ["127.0.0.1"]')
    later = time.time() + 2 * AGAIN_SECONDS
    done = [(copy.reason, len(copy.items)) for copy in gather(tmp_path, lambda: later)]
    assert done == [("", 2)]
    assert [path for path, _headers in server.asked] == ["/rss"]
