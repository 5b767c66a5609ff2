"""``@@step``: the page of one step, as the board uses it."""

from datetime import datetime
from datetime import timedelta
from eduportal import editorial
from eduportal import sections
from plone import api
from plone.app.textfield.value import RichTextValue
from zoneinfo import ZoneInfo
import pytest
import re
import transaction

TOMORROW = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date() + timedelta(days=1)


def page(office, person, content, step, **query):
    parameters = {"step": step, **query}
    return office.ask(person, "GET", f"{office.address(content)}/@@step", params=parameters)


def post(office, person, content, step, **answers):
    data = {"step": step, "make": "1", "_authenticator": office.token(person), **answers}
    return office.ask(person, "POST", f"{office.address(content)}/@@step", data=data)


def state(content):
    transaction.begin()
    return api.content.get_state(content)


@pytest.fixture
def made(office, write):
    def item(*arguments, **more):
        content = write(*arguments, **more)
        transaction.commit()
        return content

    return item


def names(answer):
    """What the form asks for."""
    form = answer.text.partition('class="edu-step"')[2].partition("</form>")[0]
    found = re.findall(r'<(?:input|textarea|button)[^>]*\sname="(\w+)"', form)
    given = ("_authenticator", "step", "came_from", "protected_1")
    return [name for name in found if name not in given]


def test_each_step_asks_for_what_it_needs(office, made):
    content = made("submitted")
    asked = {step: names(page(office, "chief", content, step)) for step in editorial.STEPS}
    expires = ["expires_day", "expires_hour"]
    assert asked == {
        "submit": [],
        "examine": [],
        "return": ["reason", "make"],
        "publish": [*expires, "confirmed", "make"],
        "schedule": ["at_day", "at_hour", *expires, "confirmed", "make"],
        "withdraw": [],
        "retract": ["reason", "make"],
    }


def test_the_page_is_kept_by_no_cache_and_closed_to_visitors(office, made):
    content = made("published")
    answer = page(office, "chief", content, "withdraw")
    assert answer.headers["Cache-Control"] == "private, no-store"
    visitor = page(office, "", content, "withdraw")
    assert (names(visitor), "alert-warning" in visitor.text) == ([], True)
    assert page(office, "", made("draft"), "submit").status_code == 302


def test_a_link_alone_changes_nothing(office, made):
    content = made("submitted")
    token = office.token("chief")
    page(office, "chief", content, "publish", make="1", confirmed="1", _authenticator=token)
    assert state(content) == "submitted"


def test_without_the_forms_token_nothing_is_done(office, made):
    content = made("submitted")
    answer = post(office, "chief", content, "publish", confirmed="1", _authenticator="x")
    assert (answer.status_code, state(content)) == (403, "submitted")


def test_the_menu_leads_to_the_page(office, made):
    content = made("submitted")
    menu = office.ask("chief", "GET", office.address(content)).text
    found = re.findall(r'href="([^"]+/@@step\?step=\w+)', menu)
    assert {address.rpartition("=")[2] for address in found} >= {"publish", "return", "schedule"}


def test_a_reason_is_kept_in_the_history(office, made):
    content = made("submitted")
    answer = post(office, "chief", content, "return", reason=" Thiếu nguồn ảnh. ")
    assert (answer.status_code, state(content)) == (302, "returned")
    assert editorial.history(content)[-1].comment == "Thiếu nguồn ảnh."


def test_a_missing_reason_is_said_and_what_was_typed_is_kept(office, made):
    content = made("submitted")
    answer = post(office, "chief", content, "return", reason="  ", came_from=office.url)
    assert (answer.status_code, state(content)) == (400, "submitted")
    assert "chưa có lý do thì chưa trả lại" in answer.text
    assert f'value="{office.url}"' in answer.text


def test_publishing_without_the_confirmation_is_refused(office, made):
    content = made("submitted")
    refused = post(office, "chief", content, "publish")
    assert (refused.status_code, state(content)) == (400, "submitted")
    assert "Hãy xác nhận nội dung không chứa bí mật nhà nước" in refused.text
    assert post(office, "chief", content, "publish", confirmed="1").status_code == 302
    assert state(content) == "published"


def test_scheduling_takes_day_and_hour_of_vietnam(office, made):
    content = made("submitted")
    day = TOMORROW.isoformat()
    answers = {"at_day": day, "at_hour": "06:30", "expires_day": "2099-01-31", "confirmed": "1"}
    answer = post(office, "chief", content, "schedule", **answers)
    assert (answer.status_code, state(content)) == (302, "scheduled")
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    dates = [
        date.toZone("UTC").asdatetime().astimezone(zone).strftime("%Y-%m-%d %H:%M")
        for date in (content.effective(), content.expires())
    ]
    assert dates == [f"{day} 06:30", "2099-01-31 07:00"]
    again = page(office, "chief", content, "publish").text
    assert 'value="2099-01-31"' in again


@pytest.mark.parametrize(
    ("day", "hour", "sentence"),
    [
        ("mai", "07:00", "Không đọc được ngày hoặc giờ"),
        (TOMORROW.isoformat(), "7h", "Không đọc được ngày hoặc giờ"),
        ("", "", "hãy chọn ngày và giờ đăng trong tương lai"),
        ("2001-01-01", "07:00", "hãy chọn ngày và giờ đăng trong tương lai"),
    ],
)
def test_an_hour_that_cannot_be_is_said(office, made, day, hour, sentence):
    content = made("submitted")
    answers = {"at_day": day, "at_hour": hour, "confirmed": "1"}
    answer = post(office, "chief", content, "schedule", **answers)
    assert (answer.status_code, state(content), sentence in answer.text) == (400, "submitted", True)
    assert content.effective_date is None


def test_a_date_that_is_cleared_is_gone(office, made):
    content = made("scheduled")
    with api.env.adopt_roles(["Manager"]):
        content.setExpirationDate("2099/01/01")
    transaction.commit()
    answers = {"expires_day": "", "confirmed": "1"}
    assert post(office, "chief", content, "publish", **answers).status_code == 302
    assert (state(content), content.expiration_date) == ("published", None)


def test_one_gets_back_to_where_one_came_from_but_not_out_of_the_portal(office, made):
    content = made("draft")
    inside, outside = f"{office.url}/vi", "https://example.com/dang-nhap"
    first = post(office, "contributor", content, "submit", came_from=inside)
    second = post(office, "contributor", content, "retract", came_from=outside)
    led = [answer.headers["Location"] for answer in (first, second)]
    assert led == [inside, office.address(content)]


def test_an_author_and_an_administrator_are_told_why_they_do_not_publish(office, made):
    content = made("submitted")
    for person in ("contributor", "administrator"):
        answer = page(office, person, content, "publish")
        assert (answer.status_code, names(answer)) == (200, [])
        assert "Hiện không thể thực hiện “Duyệt đăng”" in answer.text
        assert post(office, person, content, "publish", confirmed="1").status_code == 400
        assert state(content) == "submitted"


@pytest.mark.parametrize("step", ["", "section_hide", "xyz"])
def test_what_is_no_step_is_not_found(office, made, step):
    assert page(office, "chief", made("draft"), step).status_code == 404


def test_a_section_has_no_such_page(office):
    assert page(office, "chief", sections.find("news"), "publish").status_code == 404


def test_the_old_address_leads_to_the_page_when_something_is_missing(office, made):
    content = made("submitted")
    address = f"{office.address(content)}/content_status_modify"
    data = {"workflow_action": "publish", "_authenticator": office.token("chief")}
    led = office.ask("chief", "POST", address, data=data)
    asked = f"{office.address(content)}/@@step?step=publish&reason="
    assert (led.status_code, led.headers["Location"], state(content)) == (302, asked, "submitted")
    office.ask("chief", "POST", address, data={**data, "confirmed": "1"})
    assert state(content) == "published"


def test_the_old_address_stamps_no_date_on_what_is_only_submitted(office, made):
    content = made("draft")
    address = f"{office.address(content)}/content_status_modify"
    data = {"workflow_action": "submit", "_authenticator": office.token("contributor")}
    office.ask("contributor", "POST", address, data=data)
    assert (state(content), content.effective_date) == ("submitted", None)


def test_rest_asks_for_the_reason_as_the_comment(office, made):
    content = made("submitted")
    address = f"{office.address(content)}/@workflow/return"
    without = office.rest("chief", "POST", address)
    blank = office.rest("chief", "POST", address, json={"comment": "  "})
    assert [without.status_code, blank.status_code, state(content)] == [400, 400, "submitted"]
    assert without.json()["error"] == {
        "type": "WorkflowException",
        "message": "Hãy ghi rõ điều cần sửa; chưa có lý do thì chưa trả lại.",
    }
    given = office.rest("chief", "POST", address, json={"comment": "Sửa ngày"})
    assert (given.status_code, given.json()["comments"]) == (200, "Sửa ngày")


def test_rest_schedules_by_the_date_of_publication(office, made):
    content = made("submitted")
    address = f"{office.address(content)}/@workflow/schedule"
    assert office.rest("chief", "POST", address).status_code == 400
    when = f"{TOMORROW.isoformat()}T06:30:00+07:00"
    assert office.rest("chief", "POST", address, json={"effective": when}).status_code == 200
    assert state(content) == "scheduled"


def test_the_page_speaks_english_to_who_reads_english(office, made):
    content = made("submitted", parent=sections.find("news", "en"))
    text = page(office, "chief", content, "schedule").text
    told = ["Schedule publication", "Vietnam time.", "it holds no state secret.", "Cancel"]
    assert [sentence for sentence in told if sentence not in text] == []


def test_what_is_worth_a_look_stands_above_the_buttons_and_hinders_nothing(office, made):
    text = RichTextValue('<p><a href="https://mau.vn">tại đây</a></p>', "text/html", "text/html")
    content = made("draft", text=text)
    shown = page(office, "contributor", content, "submit").text
    assert 'id="step-hints"' in shown
    assert 'id="step-hints"' not in page(office, "chief", made("published"), "withdraw").text
    assert post(office, "contributor", content, "submit").status_code == 302
