"""Making files never takes all the threads of the web server."""

from concurrent.futures import ThreadPoolExecutor
from eduportal.printing.room import TooBusy
from eduportal.printing.room import room
from threading import Event
import pytest


def test_one_works_one_waits_and_others_are_told_to_come_back():
    working, finish, second = Event(), Event(), Event()

    def first():
        with room():
            working.set()
            finish.wait(10)

    def next_one():
        second.set()
        with room():
            return "done"

    with ThreadPoolExecutor(2) as threads:
        threads.submit(first)
        assert working.wait(10)
        waiting = threads.submit(next_one)
        assert second.wait(10)
        while True:
            try:
                with room():
                    pass
            except TooBusy as busy:
                assert busy.seconds > 0
                break
        finish.set()
        assert waiting.result(10) == "done"
    with pytest.raises(ValueError), room():
        raise ValueError
    with room():
        pass
