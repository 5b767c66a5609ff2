"""Views, visits and who is here now, in the memory of one process and of two."""

from datetime import date
from datetime import datetime
from eduportal.visits.counting import MOST_FROM_ADDRESS
from eduportal.visits.counting import MOST_VIEWS
from eduportal.visits.counting import ZONE
from eduportal.visits.counting import Counter
from eduportal.visits.counting import Seen
from eduportal.visits.sharing import Board

DAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12, tzinfo=ZONE).timestamp()
MINUTE = 60


def test_reloading_is_a_view_and_coming_back_after_half_an_hour_a_visit():
    counter = Counter()
    for minutes in (0, 1, 20, 49, 80):
        counter.hit("hoa-sen", "news", "lan", NOON + minutes * MINUTE)

    assert counter.take() == {(DAY, "hoa-sen", ""): (5, 2), (DAY, "hoa-sen", "news"): (5, 2)}


def test_a_visit_counts_once_in_the_portal_and_once_in_each_section():
    counter = Counter()
    for section in ("news", "contact", "news", ""):
        counter.hit("hoa-sen", section, "lan", NOON)

    assert counter.take() == {
        (DAY, "hoa-sen", ""): (4, 1),
        (DAY, "hoa-sen", "news"): (2, 1),
        (DAY, "hoa-sen", "contact"): (1, 1),
    }


def test_days_end_at_midnight_in_viet_nam():
    counter = Counter()
    before = datetime(2026, 11, 21, 23, 59, 59, tzinfo=ZONE).timestamp()
    counter.hit("hoa-sen", "", "lan", before)
    counter.hit("hoa-sen", "", "minh", before + 1)

    assert counter.take() == {
        (DAY, "hoa-sen", ""): (1, 1),
        (date(2026, 11, 22), "hoa-sen", ""): (1, 1),
    }


def test_online_are_the_visitors_of_five_minutes():
    counter = Counter()
    counter.hit("hoa-sen", "news", "lan", NOON)
    counter.hit("hoa-sen", "news", "minh", NOON + 4 * MINUTE)
    places = [("hoa-sen", ""), ("hoa-sen", "news"), ("hoa-sen", "contact"), ("so-mau", "")]

    def online(minutes):
        return [counter.online(place, NOON + minutes * MINUTE) for place in places]

    assert (online(4), online(6), online(9)) == ([2, 2, 0, 0], [1, 1, 0, 0], [0, 0, 0, 0])


def test_what_could_not_be_stored_is_stored_with_what_comes_next():
    counter = Counter()
    counter.hit("hoa-sen", "", "lan", NOON)
    counter.take()
    counter.hit("hoa-sen", "", "lan", NOON + MINUTE)
    assert counter.unsaved("hoa-sen", "") == {DAY: (2, 1)}
    counter.give_back()
    counter.hit("hoa-sen", "", "minh", NOON + MINUTE)

    assert counter.take() == {(DAY, "hoa-sen", ""): (3, 2)}
    counter.saved()
    assert (counter.take(), counter.unsaved("hoa-sen", "")) == ({}, {})


def test_two_processes_count_one_visitor_once(tmp_path):
    one, two = Counter(), Counter()
    boards = {one: Board(tmp_path), two: Board(tmp_path)}

    def exchange(counter, seconds):
        boards[counter].tell(counter.known(NOON + seconds))
        counter.hear(boards[counter].hear(NOON + seconds))

    # Both see Lan before they hear of each other, and only the second sees Minh.
    one.hit("hoa-sen", "", "lan", NOON)
    two.hit("hoa-sen", "", "lan", NOON + 1)
    two.hit("hoa-sen", "", "minh", NOON + 2)
    for counter in (one, two, one):
        exchange(counter, 5)

    online = [counter.online(("hoa-sen", ""), NOON + 5) for counter in (one, two)]
    stored = [counter.take() for counter in (two, one)]
    one.hit("hoa-sen", "", "minh", NOON + 10)

    assert online == [2, 2]
    assert stored == [{(DAY, "hoa-sen", ""): (2, 1)}, {(DAY, "hoa-sen", ""): (1, 1)}]
    one.saved()
    assert one.take() == {(DAY, "hoa-sen", ""): (1, 0)}


def test_a_visit_that_another_process_has_counted_is_left_to_it():
    counter = Counter()
    counter.hit("hoa-sen", "", "lan", NOON)
    counter.hear([{("hoa-sen", ""): {"lan": Seen(NOON + 1, NOON + 2, counted=True)}}])

    assert counter.take() == {(DAY, "hoa-sen", ""): (1, 0)}


def test_more_than_somebody_can_read_is_not_counted():
    counter = Counter()
    done = [counter.hit("hoa-sen", "", "lan", NOON, "school") for _ in range(MOST_VIEWS + 5)]
    assert (done.count(True), done[-1]) == (MOST_VIEWS, False)
    assert counter.hit("hoa-sen", "", "lan", NOON + MINUTE, "school")

    counter = Counter()
    done = [
        counter.hit("hoa-sen", "", str(number), NOON, "school")
        for number in range(MOST_FROM_ADDRESS + 5)
    ]
    assert done.count(True) == MOST_FROM_ADDRESS


def test_the_files_of_processes_that_are_gone_are_forgotten_after_half_an_hour(tmp_path):
    counter = Counter()
    counter.hit("hoa-sen", "", "lan", NOON)
    gone, here = Board(tmp_path), Board(tmp_path)
    gone.tell(counter.known(NOON))
    (file,) = tmp_path.iterdir()
    written = file.stat().st_mtime

    assert [set(known) for known in here.hear(written + 29 * MINUTE)] == [{("hoa-sen", "")}]
    assert list(here.hear(written + 31 * MINUTE)) == []
    assert list(tmp_path.iterdir()) == []
