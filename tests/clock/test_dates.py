"""A date that would not do what its writer expects is refused with a sentence, on every way."""

from DateTime import DateTime
from eduportal.clock.agenda import agenda_of
from plone import api
from tests.editorial.conftest import PASSWORD
import json
import pytest
import re
import requests
import transaction

LATER = "2099-01-05T08:00:00+07:00"
TOO_LATE = (
    "Nội dung đã được đăng nên ngày đăng trong tương lai không làm nó ẩn đi. Hãy gỡ bài rồi hẹn "
    "giờ công bố."
)
NO_HOUR = "Muốn hẹn giờ công bố, hãy chọn ngày và giờ đăng trong tương lai."
NOT_YET = (
    "Ngày đăng của nội dung còn ở phía trước: hãy hẹn giờ công bố, hoặc xóa ngày đó để đăng ngay."
)
OVER = "Nội dung sẽ hết hạn hiển thị ngay khi đăng: hãy đổi hoặc xóa ngày hết hạn."
ENGLISH = {"Accept": "application/json", "Accept-Language": "en"}


def rest(office, person, method, address, **data):
    answer = office.ask(person, method, address, json=data, headers=ENGLISH)
    transaction.begin()
    return answer


def said(answer):
    found = answer.json()
    return answer.status_code, found.get("message") or found["error"]["message"]


def test_a_published_item_gets_no_future_date_over_rest(office, write):
    item = write("publish")
    date = item.effective_date
    address = office.address(item)
    patched = rest(office, "chief", "PATCH", address, effective=LATER)
    stepped = rest(office, "chief", "POST", f"{address}/@workflow/publish", effective=LATER)
    elsewhere = rest(office, "chief", "PATCH", address, title="Mới", effective="2020-01-05")

    assert (said(patched), said(stepped)[0]) == ((400, TOO_LATE), 400)
    assert elsewhere.status_code == 204
    assert (date.Date(), item.effective_date.Date()) == (DateTime().Date(), "2020/01/05")


def test_publishing_with_a_future_date_is_refused_and_leaves_the_draft_as_it_was(office, write):
    item = write()
    step = f"{office.address(item)}/@workflow/publish"
    refused = rest(office, "chief", "POST", step, effective=LATER)

    assert said(refused) == (400, NOT_YET)
    assert (api.content.get_state(item), item.effective_date) == ("draft", None)


def test_an_hour_given_over_rest_is_kept_to_the_second(office, write):
    item = write()
    step = f"{office.address(item)}/@workflow/schedule"
    hours = {"effective": "2099-01-05T08:00:45+07:00", "expires": "2099-02-05T08:00:30+07:00"}
    done = rest(office, "chief", "POST", step, **hours)

    kept = (item.effective_date, item.expiration_date)
    seconds = [DateTime(hour).timeTime() for hour in hours.values()]
    assert (done.status_code, [date.timeTime() for date in kept]) == (200, seconds)
    assert agenda_of(office.portal.aq_parent).next_at() == kept[0].timeTime()


def test_scheduling_needs_an_hour_in_the_future(office, write):
    item = write()
    step = f"{office.address(item)}/@workflow/schedule"
    refused = [
        rest(office, "chief", "POST", step),
        rest(office, "chief", "POST", step, effective="2020-01-05T08:00:00"),
    ]
    assert [said(one) for one in refused] == [(400, NO_HOUR), (400, NO_HOUR)]
    assert (item.effective_date, item.expiration_date) == (None, None)
    done = rest(office, "chief", "POST", step, effective=LATER)
    assert (done.status_code, api.content.get_state(item)) == (200, "scheduled")
    assert item.effective_date.timeTime() == DateTime(LATER).timeTime()


def test_what_is_scheduled_keeps_an_hour_and_may_be_published_before_it(office, write):
    item = write("schedule", effective=DateTime(LATER))
    address = office.address(item)
    cleared = rest(office, "chief", "PATCH", address, effective=None)
    kept = item.effective_date
    published = rest(office, "chief", "POST", f"{address}/@workflow/publish")

    assert (said(cleared), kept) == ((400, NO_HOUR), DateTime(LATER))
    assert published.status_code == 200
    assert abs(item.effective_date - DateTime()) < 1 / 1440


def test_what_has_expired_is_not_published_again_without_another_date(office, write):
    item = write(expires=DateTime() - 1)
    step = f"{office.address(item)}/@workflow/publish"
    assert said(rest(office, "chief", "POST", step)) == (400, OVER)


def test_the_edit_form_says_so_beside_the_field_and_keeps_what_was_typed(office, write):
    item = write("publish")
    session = requests.Session()
    session.auth = ("chief", PASSWORD)
    form = session.get(f"{office.address(item)}/edit", headers={"Accept-Language": "en"}).text
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form))
    name = "form.widgets.IDublinCore.effective"
    assert name in form
    posted = {
        "_authenticator": office.token("chief"),
        "form.widgets.IDublinCore.title": "Tiêu đề mới",
        name: "2099-01-05T08:00",
        "form.buttons.save": "Save",
    }
    answer = session.post(
        f"{office.address(item)}/edit",
        data=fields | posted,
        headers={"Accept-Language": "en"},
        allow_redirects=False,
    )
    transaction.begin()

    assert answer.status_code == 200
    assert TOO_LATE in answer.text
    assert 'value="2099-01-05T08:00' in answer.text
    assert item.title == "Bài viết"


def contents_screen(office, person, section, items, **values):
    answer = office.ask(
        person,
        "POST",
        f"{office.address(section)}/@@fc-properties",
        data={
            "_authenticator": office.token(person),
            "selection": json.dumps([item.UID() for item in items]),
            "folder": "/" + "/".join(section.getPhysicalPath()[2:]),
            **values,
        },
        headers={"Accept-Language": "en"},
    )
    transaction.begin()
    return answer.json()


def test_the_contents_screen_refuses_the_date_for_one_and_takes_it_for_another(office, write):
    shown, draft = write("publish", title="Shown"), write(title="Draft")
    answer = contents_screen(
        office, "chief", shown.aq_parent, [shown, draft], effectiveDate="2099/01/05 08:00"
    )
    assert (answer["status"], f"Shown: {TOO_LATE}" in answer["msg"]) == ("warning", True)
    assert shown.effective_date.Date() == DateTime().Date()
    assert draft.effective_date.Date() == "2099/01/05"


def test_who_may_edit_a_section_does_not_end_the_display_of_what_is_published_in_it(office, write):
    item = write("publish")
    section = item.aq_parent
    contents_screen(
        office,
        "editor",
        section.aq_parent,
        [section],
        expirationDate="2020/01/05 08:00",
        recurse="yes",
    )
    assert item.expiration_date is None


@pytest.mark.parametrize("step", ["submit", "publish"])
def test_a_copy_has_no_dates_of_its_original(office, write, step):
    item = write(step, expires=DateTime() + 3, effective=DateTime() - 30)
    with api.env.adopt_roles(["Manager"]):
        copied = api.content.copy(item, target=item.aq_parent, id="ban-sao")
    assert (copied.effective_date, copied.expiration_date) == (None, None)
