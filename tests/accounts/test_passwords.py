"""Which passwords are refused, and that no way of setting one goes round the rules."""

from eduportal.accounts import passwords
from plone import api
from tests.accounts.conftest import PASSWORD
from tests.accounts.conftest import told
from zExceptions import BadRequest
from zope.i18n import translate
import pytest
import re
import requests
import secrets

NAMES = ("binh.nt", "Nguyễn Thị Bình", "hoa-sen", "Trường Tiểu học Hoa Sen")


@pytest.mark.parametrize(
    "password",
    [
        "ngan qua",
        "matkhau123456",
        "MậtKhẩu@2026!",
        "M@tkh4u123456",
        "123456789012",
        "qwertyuiop123",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "anhyeuem@123456",
        "password2026!!",
        "nguyenthibinh2026",
        "Binh.NT@2026#",
        "tieuhochoasen2026",
        "Admin@12345678",
        "a" * 201,
    ],
)
def test_what_would_be_guessed_first_is_refused(password):
    assert passwords.weakness(password, NAMES) is not None


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "mật khẩu dài của người thử",
        "trời hôm nay xanh quá",
        "con mèo trèo cây cau",
        "correct horse battery",
        "7hR!x2-pQ9$vL",
        "abcd-x7kq-m2vw-9trz",
    ],
)
def test_what_is_long_and_ones_own_is_taken(password):
    assert passwords.weakness(password, NAMES) is None


def test_passwords_made_by_machines_are_taken():
    made = [secrets.token_urlsafe(12) for _time in range(500)]

    assert [one for one in made if passwords.weakness(one, NAMES)] == []


def test_the_longest_password_is_looked_at_in_no_time():
    import time

    begun = time.monotonic()
    for text in ("ab" * 100, "a1b2" * 50, "abcdefg" * 28, "0" * 200):
        passwords.weakness(text, NAMES)
    assert time.monotonic() - begun < 1


def test_no_way_of_setting_one_goes_round_the_rules(board):
    users = board.acl_users

    def sentence(password):
        found = passwords.weakness(password, NAMES)
        return re.escape(translate(found, context=board.REQUEST))

    with api.env.adopt_roles(["Manager"]):
        with pytest.raises(ValueError, match=sentence("ngan qua")):
            api.user.create(username="moi", email="moi@mau.vn", password="ngan qua")
        with pytest.raises(BadRequest, match=sentence("matkhau123456")):
            users.userSetPassword("binh", "matkhau123456")
        with pytest.raises(BadRequest, match=sentence("nguyen thi binh 2026")):
            api.user.get("binh").setSecurityProfile(password="nguyen thi binh 2026")


def test_rest_tells_why_a_password_is_refused(door):
    answer = requests.patch(
        f"{door.url}/@users/binh",
        json={"password": "matkhau123456"},
        auth=("chi", PASSWORD),
        headers={"Accept": "application/json"},
    )

    assert answer.status_code == 400
    assert answer.json()["message"] == told(passwords.GUESSED)
    assert door.basic("binh").status_code == 200


def test_a_new_password_ends_the_sessions_of_the_old_one(door):
    from datetime import UTC
    from datetime import datetime
    import time

    thief, token = door.enter("binh"), door.rest("binh").json()["token"]
    assert door.is_in(thief)
    # cookies tell their age in whole seconds
    time.sleep(1.1)
    owner = door.enter("binh")
    new = f"con mèo trèo cây cau {datetime.now(UTC).year}"
    address = f"{door.url}/@@change-password"
    data = door.fields(owner.get(address).content, "form.widgets.new_password")
    data |= {"form.widgets.current_password": PASSWORD, "form.buttons.reset_passwd": "1"}
    data |= {"form.widgets.new_password": new, "form.widgets.new_password_ctl": new}
    owner.post(address, data=data)
    headers = {"Accept": "application/json", "Authorization": f"Bearer {token}"}

    assert door.is_in(owner)
    assert not door.is_in(thief)
    assert requests.get(f"{door.url}/@users/binh", headers=headers).status_code == 401
    thief.get(f"{door.url}/acl_users/session/refresh", params={"type": "css"})
    assert not door.is_in(thief)
