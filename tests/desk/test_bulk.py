"""Many items at once: each on its own, and nothing that nobody has seen."""

from eduportal import editorial
from eduportal.desk import bulk
from eduportal.desk.lists import waiting
from plone import api
from tests.desk.conftest import lists
from tests.desk.conftest import words
import pytest
import transaction

WAITING = "/en/@@desk?list=waiting"


@pytest.fixture
def chief(office, sit):
    desk = sit("chief")
    desk.session.headers["Accept-Language"] = "en"

    def decide(page=None, **fields):
        page = desk.get(WAITING)[1] if page is None else page
        fields.setdefault("seen", page.select_one("input[name=seen]")["value"])
        return desk.post(WAITING, page, **fields)[1]

    decide.page = lambda: desk.get(WAITING)[1]
    return decide


def states(items):
    transaction.abort()
    return [api.content.get_state(item) for item in items]


def uids(items):
    return [api.content.get_uuid(item) for item in items]


def outcomes(page):
    return [words(one) for one in page.select(".edu-outcomes li")]


def test_ticked_items_are_approved_and_the_others_stay(write, chief):
    items = [write("submitted", title=f"Bài {number}") for number in range(3)]
    transaction.commit()

    page = chief(step="publish", uid=uids(items[:2]), confirmed="1")

    assert states(items) == ["published", "published", "submitted"]
    assert words(page.select_one("[role=status] .alert-success")) == ("Approve and publish: 2 done")
    assert outcomes(page) == ["Bài 0 Approved and published.", "Bài 1 Approved and published."]
    assert list(lists(page).values()) == [["Bài 2"]]


def test_returning_needs_a_reason_said_once_and_what_was_ticked_stays_ticked(write, chief):
    items = [write("submitted", title=f"Bài {number}") for number in range(2)]
    transaction.commit()

    page = chief(step="return", uid=uids(items[:1]), reason="  ")

    assert words(page.select_one("[role=alert]")) == (
        "Write what has to be changed; the authors read it."
    )
    ticks = {one["value"]: one.has_attr("checked") for one in page.select("input[name=uid]")}
    assert ticks == dict(zip(uids(items), [True, False], strict=True))
    assert states(items) == ["submitted", "submitted"]


def test_the_reason_goes_into_every_items_history(write, chief):
    items = [write("submitted", title=f"Bài {number}") for number in range(2)]
    transaction.commit()

    chief(step="return", uid=uids(items), reason="Thiếu tên tác giả")

    assert states(items) == ["returned", "returned"]
    last = [editorial.history(item)[-1] for item in items]
    assert [(one.actor, one.comment) for one in last] == [("chief", "Thiếu tên tác giả")] * 2


def test_nothing_is_approved_without_the_confirmation(write, chief):
    items = [write("submitted")]
    transaction.commit()

    page = chief(step="publish", uid=uids(items))

    assert "no state secret" in words(page) or "state secret" in words(
        page.select_one("[role=alert]")
    )
    assert states(items) == ["submitted"]


def test_nothing_ticked_is_said(write, chief):
    write("submitted")
    transaction.commit()

    assert words(chief(step="publish", confirmed="1").select_one("[role=alert]")) == (
        "Tick at least one line first."
    )


def test_one_refused_item_keeps_no_other_from_being_approved(write, chief):
    api.portal.set_registry_record("eduportal.editorial.own_text", False)
    mine = write("submitted", title="Của tôi")
    mine.setCreators(("chief",))
    mine.reindexObject()
    other = write("submitted", title="Của cộng tác viên")
    transaction.commit()

    page = chief(step="publish", uid=uids([mine, other]), confirmed="1")

    assert states([mine, other]) == ["submitted", "published"]
    assert outcomes(page)[0].startswith("Của tôi Nobody approves a text of their own")
    assert "Not done: 1. Each line says why." in words(page.select_one(".alert-danger"))


def test_what_was_changed_after_the_list_was_opened_is_left_alone(write, chief):
    seen, changed = write("submitted", title="Đã xem"), write("submitted", title="Đã sửa")
    transaction.commit()
    page = chief.page()
    changed.title = "Đã sửa sau đó"
    changed.setModificationDate()
    changed.reindexObject()
    transaction.commit()

    answer = chief(page, step="publish", uid=uids([seen, changed]), confirmed="1")

    assert states([seen, changed]) == ["published", "submitted"]
    assert outcomes(answer)[0].startswith("Đã sửa sau đó This was changed after you opened")


def test_the_whole_list_is_approved_with_its_other_pages_but_not_what_came_later(write, chief):
    items = [write("submitted", title=f"Văn bản {number:02}") for number in range(25)]
    transaction.commit()
    page = chief.page()
    late = write("submitted", title="Đến sau")
    transaction.commit()

    answer = chief(page, step="publish", all="1", confirmed="1")

    assert set(states(items)) == {"published"}
    assert states([late]) == ["submitted"]
    assert words(answer.select_one(".alert-success")) == "Approve and publish: 25 done"


def test_a_long_run_stops_in_time_and_goes_on_behind_what_it_could_not_do(board, write):
    api.portal.set_registry_record("eduportal.editorial.own_text", False)
    items = [write("submitted", title=f"Bài {number}") for number in range(4)]
    items[0].setCreators(("chief",))
    with api.env.adopt_user("chief"):
        wish = bulk.Wish("publish", confirmed=True)
        stopped = bulk.run(waiting(), wish, patience=-1)
        whole = bulk.run(waiting()[0:], wish)
        rest = bulk.run(waiting()[len(whole.refused) :], wish)

    assert (len(stopped.outcomes), stopped.left) == (0, 4)
    assert (len(whole.done), len(whole.refused), whole.left) == (3, 1, 0)
    assert rest == bulk.Report()


def test_items_outside_of_the_list_cannot_be_named(write, chief):
    draft, waits = write("draft"), write("submitted")
    transaction.commit()

    page = chief(step="publish", uid=uids([draft]), confirmed="1")

    assert words(page.select_one("[role=alert]")) == "Tick at least one line first."
    assert states([draft, waits]) == ["draft", "submitted"]


def test_an_author_decides_about_nothing(write, office, sit):
    items = [write("submitted")]
    transaction.commit()
    author = sit("contributor")
    page = author.get("/en/@@desk")[1]
    with_token = author.get("/vi/tin-tuc-su-kien/++add++News%20Item")[1]

    author.post(WAITING, with_token, step="publish", uid=uids(items), confirmed="1")

    assert states(items) == ["submitted"]
    assert page.select("input[name=uid]") == []


def test_a_form_of_another_site_decides_about_nothing(write, office, sit):
    items = [write("submitted")]
    transaction.commit()

    answer = sit("chief").session.post(
        f"{office.url}{WAITING}", data={"step": "publish", "uid": uids(items), "confirmed": "1"}
    )

    assert answer.status_code == 403
    assert states(items) == ["submitted"]
