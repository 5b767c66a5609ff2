"""Several items at once on the contents screen: the same rules, and each refusal with its title."""

from eduportal import editorial
from eduportal import sections
from plone import api
import json
import pytest
import transaction


@pytest.fixture
def items(office, write):
    made = [write(state, title=f"Bài {state}") for state in ("submitted", "published", "draft")]
    transaction.commit()
    return made


def ask(office, person, items, **data):
    section = sections.find("news")
    data = {
        "selection": json.dumps([item.UID() for item in items]),
        "folder": "/vi/tin-tuc-su-kien",
        "_authenticator": office.token(person),
        **data,
    }
    answer = office.ask(person, "POST", f"{office.address(section)}/@@fc-workflow", data=data)
    transaction.begin()
    return answer.json()


def states(items):
    return [api.content.get_state(item) for item in items]


def test_the_choices_say_what_they_ask_for(office, items):
    found = ask(office, "chief", items, render="yes")["transitions"]
    assert {one["id"]: one["title"] for one in found} == {
        "publish": "Duyệt đăng (tôi đã đọc, các nội dung không chứa bí mật nhà nước)",
        "retract": "Rút lại",
        "return": "Trả lại (ghi lý do vào ô nhận xét)",
        "schedule": (
            "Hẹn giờ công bố (mỗi mục theo ngày đăng đã đặt sẵn; không chứa bí mật nhà nước)"
        ),
        "submit": "Gửi duyệt",
        "withdraw": "Gỡ bài (ghi lý do vào ô nhận xét)",
    }


def test_what_may_be_done_is_done_and_the_rest_is_said(office, items):
    done = ask(office, "chief", items, transition="publish")
    assert (done["status"], states(items)) == ("warning", ["published"] * 3)
    assert done["msg"].partition(": ")[2].splitlines() == [
        "Bài published: Hiện không thể thực hiện “Duyệt đăng”, hoặc ông/bà không có quyền làm việc "
        "này. Nội dung đang ở trạng thái: Đã đăng."
    ]


def test_without_a_reason_nothing_is_taken_down(office, items):
    done = ask(office, "chief", items[1:2], transition="withdraw", comments=" ")
    assert (done["status"], states(items[1:2])) == ("warning", ["published"])
    assert "Bài published: Hãy ghi rõ vì sao gỡ" in done["msg"]


def test_an_administrator_takes_down_what_he_may_not_edit(office, items):
    done = ask(office, "administrator", items[1:2], transition="withdraw", comments="Sai ngày")
    assert (done["status"], states(items[1:2])) == ("success", ["withdrawn"])
    assert editorial.history(items[1])[-1].comment == "Sai ngày"


def test_what_is_scheduled_together_needs_a_date_of_its_own(office, items):
    done = ask(office, "chief", items[:1], transition="schedule")
    assert (states(items[:1]), items[0].effective_date) == (["submitted"], None)
    assert "Bài submitted: Muốn hẹn giờ công bố" in done["msg"]


def test_an_author_publishes_nothing_this_way(office, items):
    done = ask(office, "contributor", items, transition="publish")
    assert (done["status"], states(items)) == ("warning", ["submitted", "published", "draft"])


def test_a_chosen_section_takes_what_lies_in_it_along_if_asked(office, items):
    section = sections.find("news")
    before = api.content.get_state(section)
    ask(office, "chief", [section], transition="submit", folder="/vi")
    assert states(items) == ["submitted", "published", "draft"]
    ask(office, "chief", [section], transition="submit", recurse="yes", folder="/vi")
    assert (states(items), api.content.get_state(section)) == (
        ["submitted", "published", "submitted"],
        before,
    )


def test_the_older_screen_changes_nothing(office, items):
    answer = office.ask(
        "chief",
        "POST",
        f"{office.address(items[0])}/folder_publish",
        data={
            "workflow_action": "publish",
            "paths:list": "/".join(items[0].getPhysicalPath()),
            "_authenticator": office.token("chief"),
        },
    )
    transaction.begin()
    assert (answer.status_code, states(items[:1])) == (302, ["submitted"])
