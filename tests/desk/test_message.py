"""The text for Zalo."""

from eduportal import sections
from eduportal.desk.message import public_message
from eduportal.desk.message import review_message
from plone import api
from tests.desk.conftest import path_of
from tests.desk.conftest import words
import transaction

LONG = "Nhà trường mời toàn thể cha mẹ học sinh đến dự buổi họp đầu năm học. " * 4


def test_a_published_item_is_told_in_three_lines(board, write):
    item = write("published", title="Họp cha mẹ", description="  Sáng  thứ Bảy\nlúc 8 giờ ")

    assert public_message(item).split("\n") == [
        "Họp cha mẹ",
        "Sáng thứ Bảy lúc 8 giờ",
        item.absolute_url(),
    ]


def test_a_long_description_is_cut_between_words_and_an_empty_one_left_out(board, write):
    long = public_message(write("published", description=LONG)).split("\n")
    bare = public_message(write("published", title="Nghỉ học")).split("\n")

    assert len(long[1]) <= 161
    assert LONG.startswith(long[1].removesuffix("…") + " ")
    assert len(bare) == 2


def test_the_link_of_a_file_leads_to_its_page(board, write):
    item = write("published", kind="File", parent=sections.find("timetable"), title="Thực đơn")

    assert public_message(item).split("\n")[-1] == f"{item.absolute_url()}/view"


def test_what_waits_is_told_to_whoever_approves_with_the_link_to_its_review(board, write):
    item = write("submitted", title="Hội khỏe")
    api.user.get("contributor").setMemberProperties({"fullname": "Nguyễn Thị Cộng"})

    assert review_message(item, board.REQUEST).split("\n")[1:] == [
        "Hội khỏe",
        f"{item.absolute_url()}/@@review",
    ]


def test_the_message_can_be_copied_without_scripts(office, write, sit):
    item = write("published", title="Họp <cha> & mẹ")
    transaction.commit()

    for view in ("", "/@@review"):
        box = sit("chief").get(f"{path_of(item)}{view}")[1].select_one("[data-message]")
        area = box.textarea
        assert area.has_attr("readonly")
        assert area.text.split("\n")[0].strip() == "Họp <cha> & mẹ"
        assert area.text.strip().endswith(path_of(item))
        assert box.label["for"] == area["id"]
        assert [one.has_attr("hidden") for one in box.select("button")] == [True, True]
        assert words(box.select_one("[role=status]")) == ""
