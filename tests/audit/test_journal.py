"""The journal's files: several writers, rotation, a bound, a chain, pages from the end."""

from datetime import date
from eduportal.audit import reading
from eduportal.audit.journal import CHANGES
from eduportal.audit.journal import FAILURES
from eduportal.audit.journal import Journal
from eduportal.audit.reading import Asked
from multiprocessing import get_context
import json
import pytest


def write_many(folder, name, count):
    for number in range(count):
        Journal(folder, rotate_at=4_000).append(CHANGES, [{"event": f"{name}.{number}"}])


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path, rotate_at=1_500, keep={CHANGES: 1_000_000, FAILURES: 1_500})


def events(found):
    return [entry["event"] for entry in found]


def fill(journal, count, stream=CHANGES):
    for number in range(count):
        journal.append(stream, [{"event": f"a.{number}", "who": "lan", "where": f"/vi/{number}"}])


def test_several_processes_append_and_no_line_is_lost_or_mixed(tmp_path):
    context = get_context("spawn")
    writers = [context.Process(target=write_many, args=(tmp_path, name, 60)) for name in ("a", "b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    journal = Journal(tmp_path)

    written = events(reading.entries(journal, Asked()))
    assert sorted(written) == sorted(f"{name}.{number}" for name in "ab" for number in range(60))
    assert reading.verify(journal) == []
    assert len(journal.files(CHANGES)) > 2


def test_pages_go_back_from_the_newest_over_packed_files(journal):
    fill(journal, 40)
    pages, start = [], ""
    while True:
        page = reading.page(journal, Asked(), 7, start)
        pages.append(events(page.entries))
        start = page.older
        if not start:
            break

    assert [path.suffix for path in journal.files(CHANGES)].count(".gz") > 1
    assert sum(pages, []) == [f"a.{number}" for number in reversed(range(40))]
    assert {len(page) for page in pages[:-1]} == {7}


def test_failures_stand_between_the_changes_by_time_and_cannot_push_them_out(journal):
    fill(journal, 3)
    fill(journal, 400, FAILURES)
    journal.append(CHANGES, [{"event": "b.1"}])
    found = events(reading.entries(journal, Asked()))

    assert (found[:3], found[-1]) == (["a.0", "a.1", "a.2"], "b.1")
    assert 10 < len(found) < 400
    assert reading.verify(journal) == []


def test_questions_narrow_by_person_event_place_and_day(journal):
    fill(journal, 3)
    journal.append(CHANGES, [{"event": "b.x", "who": "Hoa", "where": "/en/x"}])
    today = reading.moment(next(reading.entries(journal, Asked()))).date()

    def found(**asked):
        page = reading.page(journal, Asked(**asked), 10)
        oldest_first = events(reading.entries(journal, Asked(**asked)))
        assert events(page.entries) == oldest_first[::-1]
        return oldest_first

    assert found(who="hoa") == ["b.x"]
    assert found(what="a") == ["a.0", "a.1", "a.2"]
    assert found(what="a.1") == ["a.1"]
    assert found(where="/VI/2") == ["a.2"]
    assert found(since=today, until=today) == ["a.0", "a.1", "a.2", "b.x"]
    assert found(until=date(2000, 1, 1)) == found(since=date(9000, 1, 1)) == []


def test_a_line_changed_or_taken_out_is_found(journal):
    fill(journal, 4)
    (path,) = journal.files(CHANGES)
    whole = path.read_text()
    lines = whole.splitlines(keepends=True)

    path.write_text(whole.replace("lan", "hoa", 1))
    changed = reading.verify(journal)
    path.write_text("".join([*lines[:1], *lines[2:]]))
    taken_out = reading.verify(journal)
    path.write_text(whole)

    assert [(one.file, one.line) for one in changed] == [("changes-000001.jsonl", 1)]
    assert [(one.file, one.line) for one in taken_out] == [("changes-000001.jsonl", 2)]
    assert reading.verify(journal) == []


def test_a_line_that_a_power_failure_cut_stays_and_the_next_begins_on_its_own(journal):
    fill(journal, 2)
    (path,) = journal.files(CHANGES)
    path.write_bytes(path.read_bytes()[:-30])
    journal.append(CHANGES, [{"event": "b.1"}])

    assert events(reading.entries(journal, Asked())) == ["a.0", "b.1"]
    assert [one.line for one in reading.verify(journal)] == [2]


def test_a_line_is_json_with_its_time(journal):
    journal.append(CHANGES, [{"event": "a.b", "after": "Đã đăng"}])
    (path,) = journal.files(CHANGES)
    entry = json.loads(path.read_text())

    assert (entry["event"], entry["after"], sorted(entry)) == (
        "a.b",
        "Đã đăng",
        ["after", "chain", "event", "when"],
    )
    assert path.stat().st_mode & 0o777 == 0o600
