"""What is due is done once, whatever else goes wrong."""

from DateTime import DateTime
from eduportal import clock
from eduportal.clock import lease
from eduportal.clock.agenda import agenda_of
from eduportal.provisioning.requests import fresh
from plone import api
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import getGlobalSiteManager
from zope.component import provideHandler
from zope.i18n import translate
import os
import pytest
import subprocess
import sys
import time
import transaction


@pytest.fixture
def board(office):
    return office.portal


def steps(tick):
    return [(done.step, done.path.rpartition("/")[2]) for done in tick.done]


def last(content):
    entry = content.workflow_history["editorial"][-1]
    return entry["action"], entry["actor"], entry["review_state"]


def test_before_its_hour_nothing_is_done_and_at_it_the_item_is_published(
    board, write, at_its_hour, tick, soon, just_now
):
    item = write("schedule", effective=soon, title="Tin hen gio")
    before = tick(board)
    at_its_hour(item, effective=just_now)
    after = tick(board)

    assert (steps(before), before.next_at) == ([], soon.timeTime())
    assert (steps(after), after.next_at) == ([("publish", "tin-hen-gio")], None)
    assert last(item) == ("publish", None, "published")
    assert item.effective_date == just_now
    assert steps(tick(board)) == []


def test_what_has_expired_is_taken_down_with_the_reason_in_the_readers_language(
    board, write, at_its_hour, tick, soon, just_now
):
    item = write("publish", expires=soon)
    at_its_hour(item, expires=just_now)
    done = tick(board)

    reason = item.workflow_history["editorial"][-1]["comments"]
    assert steps(done) == [("withdraw", item.getId())]
    assert last(item) == ("withdraw", None, "withdrawn")
    assert translate(reason, target_language="en") == (
        "The time for which it was to be shown is over."
    )


def test_what_waited_for_its_hour_and_its_end_through_a_downtime_is_never_shown(
    board, write, at_its_hour, tick, soon
):
    item = write("schedule", effective=soon, expires=soon + 1)
    at_its_hour(item, effective=DateTime() - 2, expires=DateTime() - 1)
    tick(board)

    states = [entry["review_state"] for entry in item.workflow_history["editorial"]]
    assert states == ["draft", "scheduled", "withdrawn"]


def test_after_a_downtime_everything_is_made_up_for_the_earliest_first(
    board, write, at_its_hour, tick, soon
):
    names = ["ba", "hai", "mot"]
    for days, name in enumerate(names, start=1):
        at_its_hour(
            write("schedule", effective=soon, title=name, id=name), effective=DateTime() - days
        )
    assert steps(tick(board)) == [("publish", name) for name in reversed(names)]


def test_another_hour_another_state_or_a_removal_moves_the_agenda_along(
    board, write, at_its_hour, tick, soon
):
    moved, cancelled, removed = [write("schedule", effective=soon) for _number in range(3)]
    at_its_hour(moved, effective=soon + 1)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(cancelled, "retract")
        for item in (cancelled, removed):
            item.setEffectiveDate(DateTime() - 1)
            item.reindexObject(idxs=["effective"])
        api.content.delete(removed)
    transaction.commit()

    assert (steps(tick(board)), tick(board).next_at) == ([], (soon + 1).timeTime())
    assert agenda_of(board.aq_parent).uids(board.getId()) == [moved.UID()]


def test_a_date_that_the_contents_screen_sets_without_an_event_is_known_too(board, write, soon):
    item = write("publish")
    item.expiration_date = soon
    item.reindexObject()
    transaction.commit()
    assert agenda_of(board.aq_parent).next_at() == soon.timeTime()


def test_a_broken_item_is_put_off_and_does_not_stop_the_others(
    board, write, at_its_hour, tick, soon, just_now, caplog
):
    broken = write("schedule", effective=soon, title="Hong", id="hong")
    sound = write("schedule", effective=soon, title="Lanh", id="lanh")
    at_its_hour(broken, effective=just_now - 1)
    at_its_hour(sound, effective=just_now)

    def breaks(event):
        if event.object.getId() == "hong" and event.transition is not None:
            raise RuntimeError("không đọc được")

    provideHandler(breaks, (IBeforeTransitionEvent,))
    try:
        first, second = tick(board), tick(board)
    finally:
        getGlobalSiteManager().unregisterHandler(breaks, (IBeforeTransitionEvent,))

    assert [(done.step, done.error) for done in first.done] == [
        ("failed", "RuntimeError: không đọc được"),
        ("publish", ""),
    ]
    assert [api.content.get_state(item) for item in (broken, sound)] == ["scheduled", "published"]
    assert steps(second) == []
    assert 55 < second.next_at - time.time() < 61
    assert [one.levelname for one in caplog.records if one.name == "eduportal.clock.ticking"] == [
        "ERROR"
    ]


def test_who_finds_the_lease_taken_does_nothing_until_it_is_given_back_or_too_old(
    board, write, at_its_hour, tick, soon, just_now
):
    item = write("schedule", effective=soon)
    at_its_hour(item, effective=just_now)
    root = board.aq_parent
    elsewhere = "elsewhere/pid:[1] 1 abcd"
    assert lease.take(root, elsewhere, time.time())
    transaction.commit()
    taken = tick(board)
    assert lease.take(root, elsewhere, time.time() - lease.SECONDS - 1)
    transaction.commit()
    stale = tick(board)

    assert (taken.busy, steps(taken)) == (True, [])
    assert (stale.busy, steps(stale)) == (False, [("publish", item.getId())])


def test_the_lease_of_a_process_that_died_here_is_free_at_once(board):
    root, dead = board.aq_parent, clock.new_holder().split(" ")
    dead[1] = "4194999"  # above what Linux gives out
    assert lease.take(root, " ".join(dead), time.time())
    assert lease.take(root, clock.new_holder(), time.time())


def test_a_killed_process_whose_end_nobody_has_noticed_does_not_hold_it_either(board):
    killed = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    root, holder = board.aq_parent, clock.new_holder().split(" ")
    holder[1] = str(killed.pid)
    assert lease.take(root, " ".join(holder), time.time())
    alive = lease.take(root, clock.new_holder(), time.time())
    killed.kill()
    os.waitid(os.P_PID, killed.pid, os.WEXITED | os.WNOWAIT)
    assert (alive, lease.take(root, clock.new_holder(), time.time())) == (False, True)
    killed.wait()


def test_nothing_is_written_while_nothing_is_due(board, write, tick, soon):
    write("schedule", effective=soon)
    before = board._p_jar.db().lastTransaction()
    tick(board)
    assert board._p_jar.db().lastTransaction() == before


def test_a_look_through_the_portal_finds_what_the_agenda_has_lost(board, write, soon):
    agenda = agenda_of(board.aq_parent)
    item = write("schedule", effective=soon)
    shown = write("publish", expires=soon + 1)
    write("publish")
    clock.forget(board)
    agenda.plan(board.getId(), "gone", 1.0)
    transaction.commit()
    planned = clock.survey_all(board.aq_parent, fresh)

    assert planned == 2
    assert sorted(agenda.uids(board.getId())) == sorted([item.UID(), shown.UID()])
