"""Who is told of which step, once, and in which words."""

from eduportal import editorial
from eduportal import notifications
from eduportal import sections
from eduportal.accounts.changing import switch_off
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.notifications.conftest import text
import pytest
import transaction

UNIT = "[Trường Tiểu học Hoa Sen (mẫu)]"


def write(title="Khai giảng", by="contributor"):
    with api.env.adopt_user(by):
        return createContentInContainer(sections.find("news"), "News Item", title=title)


def step(content, name, by, **more):
    with api.env.adopt_user(by):
        editorial.step(content, name, confirmed=True, **more)


def test_who_approves_is_told_what_waits_and_the_author_what_became_of_it(post):
    item = write()
    step(item, "submit", "contributor")
    transaction.commit()
    assert post.letters() == [("chief@mau.vn", f"{UNIT} Chờ duyệt: Khai giảng")]

    step(item, "return", "chief", reason="Thiếu ảnh")
    transaction.commit()
    assert post.letters() == [("contributor@mau.vn", f"{UNIT} Trả lại chỉnh sửa: Khai giảng")]

    step(item, "submit", "contributor")
    transaction.commit()
    post.letters()
    step(item, "publish", "chief")
    transaction.commit()
    assert post.letters() == [("contributor@mau.vn", f"{UNIT} Đã đăng: Khai giảng")]

    step(item, "withdraw", "chief", reason="Sai số liệu")
    transaction.commit()
    assert post.letters() == [("contributor@mau.vn", f"{UNIT} Đã gỡ: Khai giảng")]


def test_the_letter_leads_to_the_page_and_says_nothing_but_the_title(post):
    with api.env.adopt_user("contributor"):
        item = createContentInContainer(
            sections.find("news"),
            "News Item",
            title="Khai giảng\nBcc: ai@do.vn",
            description="Bí mật một",
        )
    step(item, "submit", "contributor")
    transaction.commit()
    (asked,) = post.messages()
    step(item, "return", "chief", reason="Bí mật hai")
    transaction.commit()
    (returned,) = post.messages()

    base = post.portal.absolute_url()
    url = f"{base}/vi/tin-tuc-su-kien/khai-giang-bcc-ai-do-vn"
    assert asked.recipients == ("chief@mau.vn",)
    assert text(asked).split("\n\n") == [
        "Kính gửi chief,",
        "Chờ ông/bà duyệt (1):",
        f"1. Khai giảng Bcc: ai@do.vn\n   {url}/@@review",
        "-- \nÔng/bà nhận thư này vì làm việc trên cổng của Trường Tiểu học Hoa Sen (mẫu). "
        f"Chọn loại thư muốn nhận tại: {base}/@@notification-settings\n",
    ]
    assert "Bí mật" not in text(asked) + text(returned)
    assert f"{url}\n" in text(returned)


def test_nobody_is_told_of_their_own_step(post):
    item = write(by="chief")
    step(item, "publish", "chief")
    transaction.commit()

    assert post.letters() == []


def test_many_approved_at_once_are_one_letter_that_lists_the_first_twenty(post):
    items = [write(f"Bài {number}") for number in range(30)]
    for item in items:
        step(item, "submit", "contributor")
    transaction.commit()
    (asked,) = post.messages()
    for item in items:
        step(item, "publish", "chief")
    transaction.commit()
    (told,) = post.messages()

    assert asked.message["Subject"] == f"{UNIT} Chờ duyệt: 30 mục"
    assert told.message["Subject"] == f"{UNIT} Đã đăng: 30 mục"
    assert text(told).count("/tin-tuc-su-kien/bai-") == 20
    assert "20 trong số 30" in text(told)


def test_a_transaction_that_is_given_up_or_begun_again_tells_once(post):
    item = write()
    transaction.commit()
    step(item, "submit", "contributor")
    transaction.abort()
    assert post.letters() == []

    step(item, "submit", "contributor")
    transaction.commit()
    assert len(post.letters()) == 1


def test_what_was_undone_in_the_same_transaction_is_not_told(post):
    item, gone, moved = write("Một"), write("Hai"), write("Ba")
    transaction.commit()
    undo = transaction.savepoint()
    step(item, "submit", "contributor")
    undo.rollback()
    step(gone, "submit", "contributor")
    step(moved, "submit", "contributor")
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(gone)
    step(moved, "retract", "contributor")
    transaction.commit()

    assert post.letters() == []


def test_several_news_for_one_person_are_one_letter(post):
    item, other = write("Một"), write("Hai")
    for one in (item, other):
        step(one, "submit", "contributor")
    transaction.commit()
    post.letters()
    step(item, "publish", "chief")
    step(other, "return", "chief", reason="Thiếu ảnh")
    transaction.commit()
    (told,) = post.messages()

    base = f"{post.portal.absolute_url()}/vi/tin-tuc-su-kien"
    assert told.message["Subject"] == f"{UNIT} Tin về 2 bài"
    assert text(told).split("\n\n")[1:5] == [
        "Trả lại ông/bà để chỉnh sửa; lý do ghi trên trang (1):",
        f"1. Hai\n   {base}/hai",
        "Đã đăng (1):",
        f"1. Một\n   {base}/mot",
    ]


@pytest.mark.parametrize("wish", ["off", "weekly"])
def test_who_does_not_want_a_letter_gets_none(post, wish):
    api.user.get("chief").setMemberProperties({"editorial_mail": wish})
    step(write(), "submit", "contributor")
    transaction.commit()

    assert post.letters() == []


def test_who_is_switched_off_learns_no_more_titles(post):
    switch_off(post.portal, "chief")
    step(write(), "submit", "contributor")
    transaction.commit()

    assert post.letters() == []


def test_a_member_without_an_address_stops_nobody_elses_letter(post):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="second", email="second@mau.vn", password="mat khau rat dai 12")
        api.group.add_user(groupname="chief-editors", username="second")
    api.user.get("chief").setMemberProperties({"email": ""})
    step(write(), "submit", "contributor")
    transaction.commit()

    assert [to for to, _subject in post.letters()] == ["second@mau.vn"]


def test_who_reads_english_gets_english(post):
    api.user.get("chief").setMemberProperties({"language": "en"})
    step(write(), "submit", "contributor")
    transaction.commit()

    assert post.letters() == [
        ("chief@mau.vn", "[Hoa Sen Primary School (sample)] For approval: Khai giảng")
    ]


def test_with_a_second_look_examiners_come_first_and_then_who_approves(post):
    api.portal.set_registry_record("eduportal.editorial.second_look", True)
    item = write()
    step(item, "submit", "contributor")
    transaction.commit()
    assert post.letters() == [
        ("chief@mau.vn", f"{UNIT} Chờ thẩm định: Khai giảng"),
        ("editor@mau.vn", f"{UNIT} Chờ thẩm định: Khai giảng"),
    ]

    step(item, "examine", "editor")
    transaction.commit()
    assert post.letters() == [("chief@mau.vn", f"{UNIT} Chờ duyệt: Khai giảng")]


def test_many_transactions_held_together_tell_each_person_once(post):
    items = [write(f"Bài {number}") for number in range(3)]
    transaction.commit()
    with notifications.together():
        for item in items:
            step(item, "submit", "contributor")
            transaction.commit()
        step(write("Bỏ"), "submit", "contributor")
        transaction.abort()
        assert post.letters() == []

    assert post.letters() == [("chief@mau.vn", f"{UNIT} Chờ duyệt: 3 mục")]


def test_a_portal_without_an_address_to_write_from_is_silent(post):
    api.portal.set_registry_record("plone.email_from_address", "")
    step(write(), "submit", "contributor")
    transaction.commit()

    assert post.letters() == []
