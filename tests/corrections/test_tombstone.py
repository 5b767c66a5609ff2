"""What was public and was taken down answers 410, and tells neither its title nor its text."""

from bs4 import BeautifulSoup
from datetime import datetime
from eduportal import sections
from eduportal.corrections import tombstone
from eduportal.corrections.tombstone import tell_readers
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from tests.photos.conftest import taken
from zoneinfo import ZoneInfo
import pytest
import transaction

TRACE = "bachlienhoa"
NOTE = "Bài có sai sót, xin lỗi bạn đọc."
REASON = "Phụ huynh em Mẫu khiếu nại"


@pytest.fixture
def news(office, write):
    text = RichTextValue(f"<p>Chuyện {TRACE}</p>", "text/html", "text/x-html-safe")
    made = write("published", title="Tin Bachlienhoa", text=text)
    transaction.commit()
    return made


def withdraw(office, content, person="chief", **answers):
    answer = office.ask(
        person,
        "POST",
        f"{office.address(content)}/@@step",
        data={
            "step": "withdraw",
            "make": "1",
            "reason": REASON,
            "_authenticator": office.token(person),
            **answers,
        },
    )
    transaction.begin()
    assert answer.status_code == 302, answer.text
    assert api.content.get_state(content) == "withdrawn"


def told(answer):
    main = BeautifulSoup(answer.text, "html.parser").select_one("#content, main")
    return [" ".join(one.text.split()) for one in main.select("h1, p")]


def test_visitors_read_that_it_was_taken_down_and_when(office, news):
    withdraw(office, news)
    answer = office.ask("", "GET", office.address(news))
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).strftime("%d/%m/%Y")

    assert (answer.status_code, answer.headers["Cache-Control"]) == (410, "no-cache")
    assert told(answer) == [
        "Trang này đã được gỡ",
        f"Nội dung tại địa chỉ này đã được gỡ ngày {today}.",
    ]


def test_the_page_of_what_is_gone_has_the_portals_frame(office, news):
    withdraw(office, news)
    page = BeautifulSoup(office.ask("", "GET", office.address(news)).text, "html.parser")

    assert page.select_one("meta[name=viewport]")
    assert page.select_one("header form[role=search], header form")
    assert page.select_one("footer a[href$='sitemap'], footer a")


def test_nothing_of_it_is_told_on_any_way(office, news):
    uid = api.content.get_uuid(news)
    withdraw(office, news)
    address = office.address(news)
    pages = [address, f"{address}/view", f"{address}/@@download/file", f"{address}/newsitem_view"]
    answers = [office.ask("", "GET", one) for one in pages]
    answers += [office.rest("", "GET", address), office.ask("", "HEAD", address)]

    assert [answer.status_code for answer in answers] == [410] * 6
    # the address itself was known before: it is what the visitor asked for
    name = news.getId()
    assert [
        word
        for answer in answers
        for word in (TRACE, "Bachlienhoa", "khiếu nại", uid)
        if word in answer.text.replace(name, "")
    ] == []


def test_a_note_for_readers_is_shown_and_only_that(office, news):
    page = office.ask("chief", "GET", f"{office.address(news)}/@@step?step=withdraw")
    withdraw(office, news, public_note=NOTE)
    html = office.ask("", "GET", office.address(news))
    rest = office.ask(
        "", "GET", office.address(news), headers={"Accept": "application/json"}
    ).json()

    assert "public_note" in page.text
    assert told(html)[2:] == [NOTE]
    assert (rest["type"], rest["message"].endswith(NOTE)) == ("Gone", True)


def test_the_note_goes_when_the_item_comes_back(office, news):
    withdraw(office, news, public_note=NOTE)
    with api.env.adopt_roles(["Manager"]):
        for step in ("retract", "publish"):
            api.content.transition(news, step)
        api.content.transition(news, "withdraw", comment=REASON)

    assert tombstone(news).note == ""


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "scheduled"])
def test_what_was_never_public_leads_to_the_sign_in(office, write, state):
    content = write(state)
    transaction.commit()
    answers = [office.ask("", "GET", office.address(content)).status_code]
    answers.append(office.rest("", "GET", office.address(content)).status_code)

    assert answers == [302, 401]


def test_what_was_scheduled_and_taken_down_before_its_hour_was_never_public(office, write):
    content = write("scheduled")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(content, "withdraw", comment=REASON)
        tell_readers(content, NOTE)
    transaction.commit()

    assert tombstone(content) is None
    assert office.ask("", "GET", office.address(content)).status_code == 302


def test_a_picture_of_what_was_taken_down_is_gone_too(office, write):
    album = write("published", kind="Album", parent=sections.find("photos-videos"))
    image = NamedBlobImage(taken(), filename="a.jpg")
    with api.env.adopt_roles(["Manager"]):
        picture = api.content.create(album, "Image", "a.jpg", image=image)
    transaction.commit()
    url = office.address(picture)
    addresses = [f"{url}/view", f"{url}/@@images/image/preview", f"{url}/@@display-file/image"]
    before = [office.ask("", "GET", one).status_code for one in addresses]
    withdraw(office, album)

    assert before == [200] * 3
    assert [office.ask("", "GET", one).status_code for one in addresses] == [410] * 3


def test_people_of_the_board_go_on_and_their_pages_ask_to_sign_in(office, news):
    withdraw(office, news)
    address = office.address(news)

    assert office.ask("chief", "GET", address).status_code == 200
    assert office.ask("contributor", "GET", address).status_code == 200
    for page in ("edit", "@@step?step=retract", "@@historyview"):
        answer = office.ask("", "GET", f"{address}/{page}")
        assert (page, answer.status_code) == (page, 302)


def test_other_refusals_are_what_they_were(office, write):
    draft = write("draft")
    transaction.commit()
    page = office.ask("", "GET", f"{office.url}/@@eduportal-unit-controlpanel")
    rest = office.rest("", "GET", office.address(draft)).json()

    assert (page.status_code, "require_login" in page.headers["Location"]) == (302, True)
    assert (rest["type"], rest["message"]) == (
        "Unauthorized",
        "You are not authorized to access this resource.",
    )
