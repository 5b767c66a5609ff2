"""After failures one waits, whichever way in was tried; nobody is kept out for ever."""

from eduportal.accounts.attempts import DAY
from eduportal.accounts.attempts import HOUR
from eduportal.accounts.attempts import Attempts
from eduportal.accounts.attempts import Limits
from eduportal.accounts.doorkeeper import Verdict
from eduportal.accounts.sentences import sentence
from tests.accounts.conftest import PASSWORD
from tests.accounts.conftest import told
import pytest
import requests
import sqlite3

WRONG = "hoan toan sai roi nhe"


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def attempts(tmp_path, clock):
    return Attempts(tmp_path / "a.sqlite", Limits(attempts=3, first=60, longest=600), clock)


def fail(attempts, times, login="an", address="192.0.2.1"):
    for _time in range(times):
        attempts.failed(login, address)


def test_each_failure_beyond_the_limit_doubles_the_wait_up_to_the_longest(attempts, clock):
    waits = []
    for _time in range(9):
        attempts.failed("an", "192.0.2.1")
        waits.append(attempts.wait("an", "192.0.2.1"))
        clock.now += waits[-1]

    assert waits == [0, 0, 60, 120, 240, 480, 600, 600, 600]


def test_a_success_forgets_the_failures_and_so_does_a_day(attempts, clock):
    fail(attempts, 3)
    attempts.succeeded("an", "192.0.2.1")
    after_success = attempts.wait("an", "192.0.2.1")
    fail(attempts, 3, login="binh")
    clock.now += DAY

    assert (after_success, attempts.wait("binh", "192.0.2.1")) == (0, 0)


def test_a_stranger_cannot_keep_out_who_sits_at_the_usual_place(attempts, clock):
    attempts.succeeded("an", "198.51.100.7")
    for host in range(60):
        attempts.failed("an", f"192.0.2.{host}")

    waits = {place: attempts.wait("an", place) for place in ("198.51.100.7", "203.0.113.5")}
    clock.now += HOUR
    later = attempts.wait("an", "203.0.113.5")
    assert waits == {"198.51.100.7": 0, "203.0.113.5": 600}
    assert later == 0


def test_an_address_that_tries_many_accounts_waits_for_all_of_them(attempts):
    for number in range(30):
        attempts.failed(f"nguoi{number}", "192.0.2.1")

    assert attempts.wait("an", "192.0.2.1") == 60
    assert attempts.wait("an", "192.0.2.2") == 0


def test_an_administrator_unlocks(attempts):
    fail(attempts, 4)
    locked = attempts.locked(["an", "binh"])
    attempts.unlock("an")

    assert locked == {"an": 120}
    assert attempts.locked(["an", "binh"]) == {}
    assert attempts.wait("an", "192.0.2.1") == 0


def test_the_file_holds_neither_logins_nor_addresses(attempts, tmp_path):
    fail(attempts, 1)
    attempts.succeeded("binh", "198.51.100.7")

    with sqlite3.connect(tmp_path / "a.sqlite") as store:
        text = "\n".join(store.iterdump())
    assert [word for word in ("an'", "binh", "192.0.2", "198.51") if word in text] == []


def test_two_processes_count_together(attempts, tmp_path, clock):
    other = Attempts(tmp_path / "a.sqlite", Limits(attempts=3, first=60, longest=600), clock)
    fail(attempts, 2)
    fail(other, 1)

    assert attempts.wait("an", "192.0.2.1") == other.wait("an", "192.0.2.1") == 60


def test_a_locked_account_is_told_so_even_with_the_right_password(door):
    for _time in range(5):
        door.form(requests.Session(), "thuan", WRONG)
    session = requests.Session()
    page = door.form(session, "thuan", PASSWORD)

    assert told(sentence(Verdict("locked", wait=60))) in page.text
    assert not door.is_in(session)


def test_an_account_that_does_not_exist_is_answered_like_one_that_does(door):
    def answers(login):
        return [
            (answer.status_code, answer.json()["error"])
            for answer in (door.rest(login, WRONG) for _time in range(7))
        ]

    there, missing = answers("thuan"), answers("khong-co")
    assert there == missing
    assert [status for status, _error in there] == [401] * 4 + [429] * 3


@pytest.mark.parametrize("way", ["rest", "basic"])
def test_programs_are_held_to_the_same_count(door, way):
    for _time in range(5):
        getattr(door, way)("thuan", WRONG)

    assert getattr(door, way)("thuan", PASSWORD).status_code in (401, 429)
    assert door.basic("binh", PASSWORD).status_code == 200


def test_one_request_counts_once_and_a_success_is_let_in(door):
    for _time in range(4):
        door.basic("thuan", WRONG)

    assert door.basic("thuan").status_code == 200
    assert door.is_in(door.enter("thuan"))


def test_the_instances_administrator_is_not_touched(door):
    from plone.app.testing import SITE_OWNER_NAME
    from plone.app.testing import SITE_OWNER_PASSWORD

    for _time in range(7):
        door.basic(SITE_OWNER_NAME, WRONG)
    session = requests.Session()
    door.form(session, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    assert door.basic(SITE_OWNER_NAME, SITE_OWNER_PASSWORD).status_code != 401
    assert session.get(f"{door.url}/@@overview-controlpanel").status_code == 200
