"""The weekly summary: to who has something to do, once a week."""

from datetime import datetime
from datetime import timedelta
from eduportal import editorial
from eduportal import notifications
from eduportal import sections
from eduportal.accounts.changing import switch_off
from eduportal.duties import store as duties_store
from eduportal.duties.store import Decided
from eduportal.notifications import store
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.notifications.conftest import text
from ZODB.POSException import ConflictError
from zoneinfo import ZoneInfo
import pytest
import transaction

UNIT = "[Trường Tiểu học Hoa Sen (mẫu)]"
MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def busy(post):
    """One text waits, one came back, and the calendar is overdue and given to the editor."""
    for title, steps in (("Chờ", ["submit"]), ("Về", ["submit", "return"]), ("Nháp", [])):
        with api.env.adopt_user("contributor"):
            item = createContentInContainer(sections.find("news"), "News Item", title=title)
        for step in steps:
            with api.env.adopt_user("chief" if step == "return" else "contributor"):
                editorial.step(item, step, reason="Bí mật")
    calendar = sections.find("work-calendar")
    duties_store.decide(post.portal, calendar.UID(), Decided("editors"))
    calendar.creation_date -= 9
    calendar.reindexObject(idxs=["created"])
    transaction.commit()
    post.letters()
    return post


def send(post, later=0):
    return notifications.send_digests(post.portal, MONDAY + timedelta(days=later))


def test_each_is_told_what_waits_came_back_or_is_overdue_and_the_others_nothing(busy):
    report = send(busy)
    letters = {letter.message["To"]: letter for letter in busy.messages()}
    base = busy.portal.absolute_url()

    assert report == notifications.Report(letters=3)
    assert {to: letter.message["Subject"] for to, letter in letters.items()} == {
        "chief@mau.vn": f"{UNIT} Việc trong tuần: 1",
        "contributor@mau.vn": f"{UNIT} Việc trong tuần: 1",
        "editor@mau.vn": f"{UNIT} Việc trong tuần: 1",
    }
    opening = f"Việc tuần này trên cổng, xem tất cả tại: {base}/@@desk"
    bodies = {to: text(letter).split("\n\n")[1:-1] for to, letter in letters.items()}
    assert bodies == {
        "chief@mau.vn": [
            opening,
            "Chờ ông/bà duyệt (1):",
            f"1. Chờ\n   {base}/vi/tin-tuc-su-kien/cho/@@review",
        ],
        "contributor@mau.vn": [
            opening,
            "Trả lại ông/bà để chỉnh sửa; lý do ghi trên trang (1):",
            f"1. Về\n   {base}/vi/tin-tuc-su-kien/ve",
        ],
        "editor@mau.vn": [
            opening,
            "Chuyên mục quá hạn cập nhật (1):",
            "1. Lịch công tác tuần: chưa có nội dung",
        ],
    }


def test_it_is_sent_once_a_week_also_by_a_run_that_was_repeated(busy):
    assert send(busy).letters == 3
    assert send(busy).letters == 0
    assert send(busy, later=6).letters == 0
    assert send(busy, later=7).letters == 3


def test_who_wants_only_the_summary_gets_it_and_who_wants_none_does_not(busy):
    api.user.get("chief").setMemberProperties({"editorial_mail": "weekly"})
    api.user.get("editor").setMemberProperties({"editorial_mail": "off"})
    send(busy)

    assert [to for to, _subject in busy.letters()] == ["chief@mau.vn", "contributor@mau.vn"]


def test_a_letter_that_met_a_conflict_is_queued_by_the_next_run_and_the_others_stay(busy):
    met = []

    def commit():
        if len(met) == 1:
            met.append(1)
            raise ConflictError
        met.append(1)
        transaction.commit()

    report = notifications.send_digests(busy.portal, MONDAY, commit)
    first = busy.letters()
    again = send(busy)

    assert (report.letters, report.postponed, again.letters) == (2, 1, 1)
    assert len({to for to, _subject in first + busy.letters()}) == 3


def test_a_section_without_an_owner_is_told_to_who_approves(busy):
    duties_store.forget(busy.portal, sections.find("work-calendar").UID())
    send(busy)
    letters = {letter.message["To"]: text(letter) for letter in busy.messages()}

    assert sorted(letters) == ["chief@mau.vn", "contributor@mau.vn"]
    assert "Lịch công tác tuần: chưa có nội dung" in letters["chief@mau.vn"]


def test_a_section_whose_owner_has_left_is_told_to_who_approves(busy):
    duties_store.decide(busy.portal, sections.find("work-calendar").UID(), Decided("editor"))
    switch_off(busy.portal, "editor")
    send(busy)
    letters = {letter.message["To"]: text(letter) for letter in busy.messages()}

    assert sorted(letters) == ["chief@mau.vn", "contributor@mau.vn"]
    assert "Lịch công tác tuần: chưa có nội dung" in letters["chief@mau.vn"]


def test_last_weeks_notes_are_forgotten_and_with_them_who_left(busy):
    send(busy)
    store.note(busy.portal, "left-long-ago", "2026-W30")
    send(busy, later=7)

    kept = {name: store.week_told(busy.portal, name) for name in ("chief", "left-long-ago")}
    assert kept == {"chief": "2026-W49", "left-long-ago": ""}
