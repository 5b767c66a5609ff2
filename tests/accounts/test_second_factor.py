"""With a second factor the password alone opens nothing, whichever way in is tried."""

from eduportal.accounts import doorkeeper
from eduportal.accounts.doorkeeper import Verdict
from eduportal.accounts.sentences import WRONG
from eduportal.accounts.sentences import sentence
from plone import api
from tests.accounts.conftest import PASSWORD
from tests.accounts.conftest import code
from tests.accounts.conftest import told
import pytest
import requests
import transaction


@pytest.fixture
def enrolled(door):
    """The door, a chief editor's secret and the recovery codes."""
    session = door.enter("binh")
    secret, recovery = door.enrol(session)
    door.secret, door.recovery, door.session = secret, recovery, session
    return door


def second_step(door, session, given):
    address = f"{door.url}/@@second-factor"
    data = door.fields(session.get(address).content, "code")
    return session.post(address, data=data | {"code": given})


def test_enrolling_shows_the_key_and_ten_recovery_codes_once(enrolled):
    again = enrolled.session.get(f"{enrolled.url}/@@second-factor-setup")

    assert len(enrolled.secret) == 32
    assert len(set(enrolled.recovery)) == 10
    assert enrolled.is_in(enrolled.session)
    assert [one for one in (enrolled.secret, *enrolled.recovery) if one in again.text] == []
    assert "no-store" in again.headers["Cache-Control"]


def test_the_form_asks_for_the_code_and_leads_on(enrolled):
    session = requests.Session()
    answer = enrolled.form(session, "binh", PASSWORD)
    before = enrolled.is_in(session)
    done = second_step(enrolled, session, code(enrolled.secret, 1))

    assert answer.url.startswith(f"{enrolled.url}/@@second-factor")
    assert (before, enrolled.is_in(session)) == (False, True)
    assert done.status_code == 200


def test_a_code_is_good_once(enrolled):
    first, second = requests.Session(), requests.Session()
    given = code(enrolled.secret, 1)
    for session in (first, second):
        enrolled.form(session, "binh", PASSWORD)
        page = second_step(enrolled, session, given)

    assert enrolled.is_in(first)
    assert told(WRONG) in page.text
    assert not enrolled.is_in(second)


def test_a_recovery_code_is_good_once(enrolled):
    first, second = requests.Session(), requests.Session()
    for session in (first, second):
        enrolled.form(session, "binh", PASSWORD)
        second_step(enrolled, session, enrolled.recovery[3].lower())

    assert [enrolled.is_in(session) for session in (first, second)] == [True, False]


def test_wrong_codes_are_counted_like_wrong_passwords(enrolled):
    session = requests.Session()
    enrolled.form(session, "binh", PASSWORD)
    for _time in range(5):
        page = second_step(enrolled, session, "000000")
    late = second_step(enrolled, session, code(enrolled.secret, 1))

    assert told(sentence(Verdict("locked", wait=60))) in page.text
    assert told(sentence(Verdict("locked", wait=60))) in late.text
    assert not enrolled.is_in(session)


def test_rest_wants_the_code_and_takes_it_once(enrolled):
    without = enrolled.rest("binh")
    given = code(enrolled.secret, 1)
    answers = [enrolled.rest("binh", code=given) for _time in range(2)]

    assert without.status_code == 401
    assert without.json()["error"]["type"] == "Second factor required"
    assert [answer.status_code for answer in answers] == [200, 401]
    token = answers[0].json()["token"]
    headers = {"Accept": "application/json", "Authorization": f"Bearer {token}"}
    assert requests.get(f"{enrolled.url}/@users/binh", headers=headers).status_code == 200


def test_name_and_password_alone_are_refused_everywhere(enrolled):
    basic = enrolled.basic("binh")
    # Plone takes a name and a password out of any request's form
    typed = requests.get(
        f"{enrolled.url}/@@personal-information",
        params={"__ac_name": "binh", "__ac_password": PASSWORD},
        allow_redirects=False,
    )
    posted = requests.patch(
        f"{enrolled.url}/@users/binh",
        json={"login": "binh", "password": PASSWORD},
        headers={"Accept": "application/json"},
    )

    assert (basic.status_code, typed.status_code, posted.status_code) == (401, 302, 401)
    assert "login" in typed.headers["Location"]


def test_the_half_way_cookie_opens_nothing(enrolled):
    session = requests.Session()
    enrolled.form(session, "binh", PASSWORD)
    half = {cookie.name: cookie.value for cookie in session.cookies if "half" in cookie.name}
    name, value = next(iter(half.items()))
    as_session = requests.get(
        f"{enrolled.url}/@@personal-information",
        cookies={name.removesuffix("_half"): value},
        allow_redirects=False,
    )
    neighbour = second_step_of(enrolled, {name: value[:-4] + "AAA="})

    assert as_session.status_code == 302
    assert neighbour.url == f"{enrolled.url}/login"


def second_step_of(door, cookies):
    return requests.get(f"{door.url}/@@second-factor", cookies=cookies)


def test_the_present_password_can_still_be_confirmed(enrolled):
    address = f"{enrolled.url}/@@change-password"
    data = enrolled.fields(enrolled.session.get(address).content, "form.widgets.new_password")
    new = "con mèo trèo cây cau"
    data |= {"form.widgets.current_password": PASSWORD, "form.buttons.reset_passwd": "1"}
    data |= {"form.widgets.new_password": new, "form.widgets.new_password_ctl": new}
    enrolled.session.post(address, data=data)
    session = requests.Session()
    answer = enrolled.form(session, "binh", new)

    assert answer.url.startswith(f"{enrolled.url}/@@second-factor")


def test_the_stored_record_tells_nothing_without_the_key(enrolled):
    transaction.abort()
    factor = doorkeeper(enrolled.portal).factor("binh")
    stored = repr(vars(factor))
    shown = requests.get(
        f"{enrolled.url}/@users/binh",
        auth=("chi", PASSWORD),
        headers={"Accept": "application/json"},
    ).text

    plain = (enrolled.secret, *enrolled.recovery)
    assert [one for one in plain if one in stored or one in shown] == []
    assert factor.sealed not in shown


def test_chiefs_and_administrators_are_led_to_setting_it_up_when_it_is_demanded(door):
    door.change(require_second_factor=True)
    reached = {
        name: door.enter(name).get(f"{door.url}/vi").url.removeprefix(door.url)
        for name in ("thuan", "binh", "chi")
    }

    setup = "/@@second-factor-setup"
    assert reached == {"thuan": "/vi", "binh": setup, "chi": setup}
    assert {name: door.basic(name).status_code for name in reached} == {
        "thuan": 200,
        "binh": 401,
        "chi": 401,
    }


def test_a_token_of_who_still_has_to_set_it_up_opens_nothing(door):
    door.change(require_second_factor=True)
    token = door.rest("chi").json()["token"]
    headers = {"Accept": "application/json", "Authorization": f"Bearer {token}"}
    answer = requests.get(f"{door.url}/@users", headers=headers, allow_redirects=False)

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{door.url}/@@second-factor-setup"


def test_setting_it_up_opens_the_portal_again(door):
    door.change(require_second_factor=True)
    session = door.enter("chi")
    door.enrol(session)

    assert session.get(f"{door.url}/@@accounts").status_code == 200
    page = session.get(f"{door.url}/@@second-factor-setup")
    assert 'name="remove"' not in page.text


def test_the_holder_renews_the_recovery_codes_and_removes_the_factor(enrolled):
    address = f"{enrolled.url}/@@second-factor-setup"
    data = enrolled.fields(enrolled.session.get(address).content, "code")
    refused = enrolled.session.post(address, data=data | {"code": "000000", "remove": "1"})
    enrolled.session.post(address, data=data | {"code": enrolled.recovery[0], "renew": "1"})
    old = requests.Session()
    enrolled.form(old, "binh", PASSWORD)
    second_step(enrolled, old, enrolled.recovery[1])
    enrolled.session.post(address, data=data | {"code": code(enrolled.secret, 1), "remove": "1"})

    assert told(WRONG) in refused.text
    assert not enrolled.is_in(old)
    assert enrolled.is_in(enrolled.enter("binh"))


def test_earlier_sessions_end_with_the_set_up(door):
    import time

    earlier = door.enter("binh")
    time.sleep(1.1)
    door.enrol(door.enter("binh"))

    assert not door.is_in(earlier)


def reset_password(door, login, password):
    """Follow the link of a mail; the browser that did."""
    token = api.portal.get_tool("portal_password_reset").requestReset(login)["randomstring"]
    transaction.commit()
    session = requests.Session()
    data = {"userid": login, "password": password, "password2": password}
    session.post(f"{door.url}/passwordreset/{token}", data=data)
    transaction.begin()
    return session


def test_a_reset_password_signs_nobody_in_without_the_code(enrolled):
    api.portal.set_registry_record("plone.autologin_after_password_reset", True)
    fresh = "mot cau khac that dai de nho"
    chief = reset_password(enrolled, "binh", fresh)
    editor = reset_password(enrolled, "thuan", fresh)

    assert not enrolled.is_in(chief)
    assert enrolled.is_in(editor)
    answer = enrolled.rest("binh", fresh, code=code(enrolled.secret, 1))
    assert answer.status_code == 200
