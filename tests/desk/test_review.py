"""The page that a mail leads to."""

from eduportal import sections
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from tests.desk.conftest import path_of
from tests.desk.conftest import words
from urllib.parse import parse_qs
from urllib.parse import urlsplit
import base64
import pytest
import transaction

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


@pytest.fixture
def read(office, sit):
    def page(person, content, view="/@@review"):
        desk = sit(person)
        desk.session.headers["Accept-Language"] = "en"
        return desk.get(f"{path_of(content)}{view}")

    return page


def steps(page, links=".edu-review__steps a"):
    """Where the buttons lead: ids of steps, else the last part of the address."""
    found = [one["href"] for one in page.select(links)]
    return [parse_qs(urlsplit(url).query).get("step", [url.rpartition("/")[2]])[0] for url in found]


def test_the_chief_editor_sees_the_text_its_author_its_history_and_the_buttons(read, write):
    text = RichTextValue("<p>Khai mạc lúc <b>7 giờ</b>.</p>", "text/html", "text/x-html-safe")
    item = write("submitted", title="Hội khỏe", description="Tóm tắt", text=text)
    item.image = NamedBlobImage(PIXEL, filename="anh.png")
    api.user.get("contributor").setMemberProperties({"fullname": "Nguyễn Thị Cộng"})
    transaction.commit()

    answer, page = read("chief", item)

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert words(page.h1) == "Hội khỏe"
    paper = page.select_one(".edu-review__paper")
    assert words(paper) == "Tóm tắt Khai mạc lúc 7 giờ ."
    assert paper.img["src"].startswith(f"{item.absolute_url()}/@@images/")
    assert steps(page)[:3] == ["publish", "return", "schedule"]
    assert "Nguyễn Thị Cộng" in words(page.select_one(".edu-review__state"))
    assert [one["class"] for one in page.select(".edu-history li")] == [["is-submit"], ["is-begun"]]


def test_every_button_leads_to_its_step_and_from_there_back_to_the_desk(read, write, office):
    item = write("submitted")
    transaction.commit()

    first = read("chief", item)[1].select_one(".edu-review__steps a")["href"]

    assert first.startswith(f"{office.url}{path_of(item)}/@@step?step=publish&came_from=")
    assert first.endswith("%2Fvi%2F%40%40desk")


def test_the_author_sees_why_it_came_back_and_may_send_it_again(read, write):
    item = write("submitted")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(item, "return", comment="Thiếu <nguồn> ảnh")
    transaction.commit()

    page = read("contributor", item)[1]

    assert words(page.select_one(".edu-history q")) == "Thiếu <nguồn> ảnh"
    assert steps(page) == ["submit", "edit"]


@pytest.mark.parametrize(
    ("person", "state", "status"),
    [
        (None, "submitted", "sign in"),
        (None, "published", "sign in"),
        ("other", "submitted", "refused"),
        ("other", "published", "refused"),
        ("contributor", "published", "shown"),
        ("editor", "submitted", "shown"),
    ],
)
def test_what_the_board_wrote_is_for_the_board_and_the_author(
    read, write, office, person, state, status
):
    item = write(state)
    transaction.commit()

    if person is None:
        answer = office.ask(None, "GET", f"{office.url}{path_of(item)}/@@review")
        found = "sign in" if "require_login?came_from=" in answer.headers["Location"] else "?"
    else:
        answer, page = read(person, item)
        found = "shown" if page.select(".edu-history") else "refused"
        assert ("insufficient-privileges" in answer.url) == (found == "refused")
    assert found == status


def test_a_document_and_a_loose_file_have_a_preview_too(read, write, office):
    number = {"number": "12/KH-HS", "title": "Kế hoạch năm học"}
    document = write(
        "submitted", kind="OfficialDocument", parent=sections.find("document-register"), **number
    )
    page = write("submitted", kind="Link", remoteUrl="https://moet.gov.vn")
    transaction.commit()

    shown = [read("chief", one)[1].select_one(".edu-review__paper") for one in (document, page)]

    assert "12/KH-HS" in words(shown[0])
    assert "moet.gov.vn" in words(shown[1])


def test_whoever_approves_reads_why_this_one_cannot_be_approved_yet(read, write):
    item = write("submitted")
    api.portal.set_registry_record("eduportal.editorial.second_look", True)
    transaction.commit()

    found = [read(who, item)[1].select_one(".edu-review__why") for who in ("chief", "contributor")]

    assert "được một người thẩm định đạt" in words(found[0])
    assert found[1] is None


def test_the_bar_on_an_items_own_page_tells_its_author_the_state_and_the_next_step(read, write):
    item = write("draft")
    transaction.commit()

    bar = read("contributor", item, "")[1].select_one(".edu-bar")

    assert bar.select_one(".badge")["class"] == ["badge", "is-draft"]
    assert steps(bar, ".edu-bar__steps a") == ["submit", "edit", "@@review"]


def test_visitors_and_other_members_get_neither_bar_nor_message(read, write, office):
    item = write("published")
    transaction.commit()

    visitor = office.ask(None, "GET", f"{office.url}{path_of(item)}")
    member = read("other", item, "")[1]

    assert (visitor.status_code, "edu-bar" in visitor.text) == (200, False)
    assert member.select(".edu-bar") == []
    assert member.select("[data-message]") == []


def test_what_is_worth_a_look_stands_on_the_page_and_clean_texts_have_nothing_of_it(read, write):
    def text(markup):
        return RichTextValue(markup, "text/html", "text/x-html-safe")

    doubtful = write("submitted", text=text('<p><a href="https://moet.gov.vn">xem tại đây</a></p>'))
    clean = write("submitted", text=text("<p>Khai mạc lúc 7 giờ.</p>"))
    transaction.commit()

    pages = [read("chief", one)[1] for one in (doubtful, clean)]

    found = [page.select("[aria-labelledby=review-hints] li") for page in pages]
    assert [len(one) for one in found] == [1, 0]


def test_a_section_and_the_portal_have_nothing_to_review(office, sit):
    desk = sit("chief")

    answers = [desk.get(f"{path}/@@review")[0] for path in ("", "/vi/tin-tuc-su-kien")]

    assert [one.status_code for one in answers] == [404, 404]
