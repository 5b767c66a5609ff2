"""The administrator's pages: who can sign in, one account, switching off, handing over."""

from eduportal.accounts import doorkeeper
from eduportal.accounts.changing import LAST
from eduportal.accounts.doorkeeper import Verdict
from eduportal.accounts.making import login_from
from eduportal.accounts.passwords import GUESSED
from eduportal.accounts.sentences import sentence
from eduportal.accounts.web.account import NO_LOGIN
from eduportal.accounts.web.account import TAKEN
from eduportal.mail import queue
from plone import api
from tests.accounts.conftest import PASSWORD
from tests.accounts.conftest import told
from zope.i18nmessageid import Message
import pytest
import re
import requests
import transaction


@pytest.fixture
def mails(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))

    def texts():
        waiting = queue.waiting(queue.make(tmp_path / "queue"))
        return [(one.recipients, one.message.get_content()) for one in waiting]

    return texts


class Administrator:
    """The administrator's browser."""

    def __init__(self, door, login="chi"):
        self.door = door
        self.session = door.enter(login)

    def page(self, user_id=""):
        return self.session.get(f"{self.door.url}/@@account", params={"id": user_id})

    def save(self, user_id="", **values):
        data = self.door.fields(self.page(user_id).content, "save") | {"save": "1"} | values
        return self.session.post(f"{self.door.url}/@@account", data=data)

    def do(self, user_id, action):
        data = self.door.fields(self.page(user_id).content, "slip") | {action: "1"}
        return self.session.post(f"{self.door.url}/@@account", data=data)


@pytest.fixture
def administrator(door):
    return Administrator(door)


def test_the_list_tells_who_is_who(door, administrator):
    administrator.save("binh", position="Phó hiệu trưởng")
    page = administrator.session.get(f"{door.url}/@@accounts")
    found = administrator.session.get(f"{door.url}/@@accounts", params={"words": "pho hieu"})

    names = re.findall(r'@@account\?id=(\w+)"\s*>([^<]+)<', page.text)
    # the last one is the testing layer's
    assert [one for one in names if one[0] != "test_user_1_"] == [
        ("binh", "Nguyễn Thị Binh"),
        ("chi", "Nguyễn Thị Chi"),
        ("thuan", "Nguyễn Thị Thuan"),
    ]
    assert re.findall(r"@@account\?id=(\w+)", found.text) == ["binh"]
    assert "Trưởng ban biên tập" in page.text
    assert told("Never signed in") in page.text
    assert "no-store" in page.headers["Cache-Control"]


def test_only_administrators_see_it(door):
    pages = ("@@accounts", "@@account", "@@accounts-import", "@@accounts-template.xlsx")
    reached = {
        (name, page): requests.get(
            f"{door.url}/{page}", auth=(name, PASSWORD), allow_redirects=False
        ).status_code
        for name in ("thuan", "binh")
        for page in pages
    }

    assert set(reached.values()) <= {302, 401}


def test_an_account_that_is_switched_off_is_out_at_once_and_comes_back(door, administrator):
    session, token = door.enter("binh"), door.rest("binh").json()["token"]
    headers = {"Accept": "application/json", "Authorization": f"Bearer {token}"}
    administrator.do("binh", "off")
    refused = door.form(requests.Session(), "binh", PASSWORD)

    assert told(sentence(Verdict("off"))) in refused.text
    assert not door.is_in(session)
    assert requests.get(f"{door.url}/@users/binh", headers=headers).status_code == 401
    assert [door.basic("binh").status_code, door.rest("binh").status_code] == [401, 401]
    administrator.do("binh", "on")
    assert door.is_in(door.enter("binh"))


def test_the_list_says_so_when_nobody_is_left_who_approves(door, administrator):
    def warns():
        page = administrator.session.get(f"{door.url}/@@accounts").text
        return "/@@deputies" in page.partition("<article")[2]

    before = warns()
    administrator.do("binh", "off")
    after = warns()
    administrator.save("thuan", **{"groups:list": ["chief-editors"]})

    assert (before, after, warns()) == (False, True, False)


def test_the_last_administrator_and_oneself_stay(door, administrator):
    own = administrator.do("chi", "off")
    leaving = administrator.save("chi", **{"groups:list": []})

    assert told("You cannot switch your own account off.") in own.text
    assert told(LAST) in leaving.text
    assert administrator.session.get(f"{door.url}/@@accounts").status_code == 200


def test_an_account_of_the_whole_system_is_not_a_units_to_change(door):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="boss", email="boss@mau.vn", password=PASSWORD)
        api.user.grant_roles(username="boss", roles=["Manager"])
    transaction.commit()
    administrator = Administrator(door)
    answers = [administrator.do("boss", action).text for action in ("off", "slip", "invite")]
    answers.append(administrator.save("boss", email="toi@mau.vn").text)

    refusal = told(
        "refused_managers_account",
    )
    assert [refusal in text for text in answers] == [True] * 4
    assert door.basic("boss").status_code == 200


def test_a_new_account_is_handed_over_by_mail_with_a_link_that_works_once(
    door, administrator, mails
):
    made = administrator.save(fullname="Trần Văn Mới", email="moi@mau.vn", position="Giáo viên")
    administrator.do("moitv", "invite")
    ((recipients, text),) = mails()
    link = re.search(r"http\S+/passwordreset/\w+", text)[0]

    def choose():
        page = requests.get(link)
        data = door.fields(page.content, "password") if b"password2" in page.content else {}
        data |= {"userid": "moitv", "password": "trời hôm nay xanh", "password2": ""}
        return requests.post(link, data=data | {"password2": data["password"]})

    weak = requests.post(
        link, data={"userid": "moitv", "password": "matkhau123456", "password2": "matkhau123456"}
    )
    choose()
    again = requests.get(link)

    assert made.url.endswith("@@account?id=moitv")
    assert recipients == ("moi@mau.vn",)
    assert told(GUESSED) in weak.text
    assert door.is_in(door.enter("moitv", "trời hôm nay xanh"))
    assert b"password2" not in again.content


def test_a_slip_has_a_password_that_must_be_replaced_first(door, administrator):
    administrator.save(fullname="Lê Thị Giấy", login="giay.lt")
    page = administrator.do("giay.lt", "slip")
    password = re.search(r"<code>((?:\w{4}-){3}\w{4})</code>", page.text)[1]
    session = door.enter("giay.lt", password)

    assert session.get(f"{door.url}/vi").url == f"{door.url}/@@forced-password-change"
    assert password not in administrator.page("giay.lt").text


def test_bad_facts_are_told_and_what_was_typed_stays(administrator):
    pages = [
        administrator.save(fullname="Ông Ba", login="Tên có dấu").text,
        administrator.save(fullname="Ông Ba", login="binh").text,
        administrator.save(fullname="Ông Ba", email="khong phai").text,
        administrator.save(fullname=" ").text,
    ]
    sentences = (
        told(NO_LOGIN),
        told(Message(TAKEN, mapping={"login": "binh"})),
        told("Please write one e-mail address, such as ten@vi-du.vn."),
        told("Please write the full name."),
    )

    assert [sentence in page for sentence, page in zip(sentences, pages, strict=True)] == [True] * 4
    assert all('value="Ông Ba"' in page for page in pages[:3])


def test_groups_are_chosen_and_the_managers_group_is_not_among_them(door, administrator):
    page = administrator.page("thuan")
    administrator.save("thuan", **{"groups:list": ["contributors", "Administrators"]})
    transaction.begin()
    groups = {group.getId() for group in api.group.get_groups(username="thuan")}

    offered = re.findall(r'id="edu-group-([\w-]+)"', page.text)
    assert offered == [
        "contributors",
        "editors",
        "chief-editors",
        "administrators",
        "feedback-readers",
        "case-officers",
        "cashiers",
    ]
    assert groups == {"contributors", "AuthenticatedUsers"}


def test_an_administrator_unlocks_and_removes_a_lost_factor(door, administrator):
    door.enrol(door.enter("binh"))
    for _time in range(5):
        door.basic("binh", "hoan toan sai roi")
    locked = administrator.page("binh").text
    administrator.do("binh", "unlock")
    administrator.do("binh", "remove-factor")

    assert 'name="unlock"' in locked
    assert door.is_in(door.enter("binh"))
    transaction.begin()
    assert doorkeeper(door.portal).factor("binh") is None


@pytest.mark.parametrize(
    "name, login",
    [
        ("Nguyễn Văn An", "annv"),
        ("Đặng Thị Ánh Tuyết", "tuyetdta"),
        ("Bình", "binh"),
        ("", ""),
    ],
)
def test_a_login_is_made_of_the_name_as_offices_do_it(name, login):
    assert login_from(name) == login


def test_without_the_token_nothing_is_done(door, administrator):
    answer = administrator.session.post(
        f"{door.url}/@@account", data={"id": "binh", "off": "1"}, allow_redirects=False
    )

    assert answer.status_code >= 400
    assert door.basic("binh").status_code == 200
