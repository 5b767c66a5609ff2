"""On publication the chosen groups get one mail each, once, and nobody else does."""

from datetime import date
from datetime import timedelta
from eduportal.circulation import ledger
from eduportal.circulation.groups import groups
from eduportal.circulation.groups import offered
from eduportal.circulation.settings import ICirculationSettings
from eduportal.mail import queue as mail_queue
from eduportal.mandate import catalogue
from eduportal.testing import SCHOOL
from eduportal.units import settings
from plone import api
from Products.SiteAccess.VirtualHostMonster import manage_addVirtualHostMonster
from tests.circulation.conftest import OFFICE
from tests.circulation.conftest import neighbour
from tests.circulation.conftest import recipients
from zope.schema import getFieldNames
import pytest
import requests
import transaction


def test_the_groups_are_those_of_the_article_and_two_of_daily_use():
    assert [one.id for one in catalogue().mail_groups()] == [
        "thpt",
        "thcs",
        "tieu-hoc",
        "mam-non",
        "centers",
    ]
    assert {key: (group.where, group.kinds) for key, group in groups().items()} == {
        "thpt": ("Điều 7.1", ("C3", "C23", "C123")),
        "thcs": ("Điều 7.2", ("C2", "C12", "C23", "C123")),
        "tieu-hoc": ("Điều 7.3", ("C1", "C12", "C123")),
        "mam-non": ("Điều 7.4", ("C0",)),
        "centers": ("Điều 7.5", ("TX", "TH", "TN", "TNT", "TC", "TK")),
        "offices": ("", ("phong", "commune")),
        "staff": ("", ()),
    }


def test_each_group_has_a_field_for_its_mailing_list():
    lists = {name for name in getFieldNames(ICirculationSettings) if name.startswith("list_")}
    assert lists == {f"list_{group_id.replace('-', '_')}" for group_id in groups()}


def test_a_school_of_two_levels_belongs_to_both_groups_and_the_units_of_units_count(office):
    assert offered(office.portal) == {
        "thpt": {"thpt@tinhmau.edu.vn"},
        "thcs": {"lien-cap@tinhmau.edu.vn"},
        "tieu-hoc": {"tieu-hoc@tinhmau.edu.vn", "lien-cap@tinhmau.edu.vn"},
        "mam-non": {"mam-non@tinhmau.edu.vn"},
        "centers": {"trung-tam@tinhmau.edu.vn"},
        "offices": {"xa-mau@tinhmau.edu.vn"},
    }


def test_closed_units_and_units_without_a_mailbox_are_left_out(office):
    app = office.portal.aq_parent
    for unit_id, tier, more in (
        ("dong", "C3", {"closed": True}),
        ("khong-thu", "C3", {"email": ""}),
        ("sai", "C3", {"email": "a@b.vn\nBcc: x@la.vn"}),
        ("la", "C3", {"parent": "noi-khac"}),
    ):
        neighbour(app, settings.Unit(unit_id, "", "", tier, "plone"), **more)
    assert offered(office.portal)["thpt"] == {"thpt@tinhmau.edu.vn"}


def test_publishing_tells_each_address_of_the_chosen_groups_once(office, queue):
    document = office.file()
    answer = office.choose(document, "tieu-hoc", "thcs")
    assert (answer.status_code, recipients(queue)) == (200, [])

    office.move(document, "publish")
    waiting = mail_queue.waiting(queue)
    assert recipients(queue) == ["lien-cap@tinhmau.edu.vn", "tieu-hoc@tinhmau.edu.vn"]
    for one in waiting:
        message = one.message
        (to,) = one.recipients
        assert (one.sender, str(message["To"]), message["Cc"], message["Bcc"]) == (
            OFFICE.email,
            to,
            None,
            None,
        )
        assert str(message["Subject"]) == f"[{OFFICE.name}] Văn bản mới: 12/CV-SGDĐT"
        assert str(message["From"]) == f"{OFFICE.name} <{OFFICE.email}>"
        assert message["Auto-Submitted"] == "auto-generated"
        assert message.get_content().splitlines() == [
            f"{OFFICE.name} vừa đăng một văn bản trên cổng:",
            "",
            "Số, ký hiệu: 12/CV-SGDĐT",
            f"Ngày ban hành: {date.today():%d/%m/%Y}",
            "Trích yếu: Về việc khai giảng",
            f"Xem và tải về: {document.absolute_url()}",
        ]

    for transition in ("withdraw", "retract", "publish"):
        office.move(document, transition)
    office.choose(document, "tieu-hoc", "mam-non")
    assert recipients(queue) == [
        "lien-cap@tinhmau.edu.vn",
        "mam-non@tinhmau.edu.vn",
        "tieu-hoc@tinhmau.edu.vn",
    ]
    assert [
        (one.groups, one.addresses) for one in ledger.mailings(office.portal, document.UID())
    ] == [(("thcs", "tieu-hoc"), 2), (("tieu-hoc", "mam-non"), 1)]


def test_a_conflict_or_an_abort_sends_nothing(office, queue):
    document = office.file()
    office.choose(document, "tieu-hoc")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(document, "publish")
    transaction.abort()
    assert recipients(queue) == []


def test_nothing_is_sent_of_what_the_public_cannot_open(office, queue):
    document = office.file()
    office.choose(document, "tieu-hoc")
    office.move(document, "submit")
    office.move(document, "return")
    assert (recipients(queue), ledger.mailings(office.portal, document.UID())) == ([], [])


@pytest.mark.parametrize(("age", "told"), [(0, ["thpt@tinhmau.edu.vn"]), (31, []), (None, [])])
def test_groups_told_by_default_are_spared_old_and_undated_documents(office, queue, age, told):
    office.set("default_groups", ("thpt",))
    office.file(
        published=True, issued_on=None if age is None else date.today() - timedelta(days=age)
    )
    assert recipients(queue) == told


def test_an_editor_who_chose_nobody_is_obeyed(office, queue):
    office.set("default_groups", ("thpt",))
    document = office.file()
    office.choose(document)
    office.move(document, "publish")
    assert recipients(queue) == []


def test_without_a_choice_and_without_defaults_nobody_is_told(office, queue):
    office.file(published=True)
    assert recipients(queue) == []


def test_switched_off_nothing_is_sent(office, queue):
    office.set("default_groups", ("thpt",))
    office.set("enabled", False)
    office.file(published=True)
    assert recipients(queue) == []


def test_a_mailing_list_is_told_beside_the_mailboxes(office, queue):
    office.set("list_tieu_hoc", "nhom-tieu-hoc@tinhmau.edu.vn")
    document = office.file()
    office.choose(document, "tieu-hoc")
    office.move(document, "publish")
    assert recipients(queue) == [
        "lien-cap@tinhmau.edu.vn",
        "nhom-tieu-hoc@tinhmau.edu.vn",
        "tieu-hoc@tinhmau.edu.vn",
    ]


def test_a_copy_has_not_been_sent_to_anybody(office, queue):
    document = office.file()
    office.choose(document, "thpt")
    office.move(document, "publish")
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(document, id="ban-sao")
        copy.number = "13/CV-SGDĐT"
    assert ledger.mailings(office.portal, copy.UID()) == []


def test_a_title_adds_no_header(office, queue):
    document = office.file(number="", title="Thư\u2028Bcc: nguoi@la.vn")
    office.choose(document, "thpt")
    office.move(document, "publish")
    (one,) = mail_queue.waiting(queue)
    assert (one.recipients, one.message["Bcc"]) == (("thpt@tinhmau.edu.vn",), None)


def test_the_links_host_is_the_units_own_whatever_the_request_says(office, queue):
    document = office.file(published=True)
    path = "/".join(document.getPhysicalPath()[2:])
    manage_addVirtualHostMonster(office.portal.aq_parent)
    transaction.commit()
    hosted = f"{office.base}/VirtualHostBase/http/la.vn:80/plone/VirtualHostRoot/{path}"
    answer = office.manager.post(
        f"{hosted}/@@circulate",
        data={"groups:list": ["thpt"], "_authenticator": office.token()},
        headers={"Host": "la.vn"},
        allow_redirects=False,
    )
    assert answer.status_code == 302
    (one,) = mail_queue.waiting(queue)
    assert f"https://tinhmau.edu.vn/{path}" in one.message.get_content()
    assert "la.vn" not in one.message.get_content()


def test_in_path_form_the_link_is_that_of_mail_toml(office, queue, tmp_path, monkeypatch):
    monkeypatch.setenv("VAR", str(tmp_path))
    (tmp_path / "mail.toml").write_text('base_url = "https://cong.tinhmau.edu.vn/"')
    document = office.file(published=True)
    office.choose(document, "thpt")
    (one,) = mail_queue.waiting(queue)
    path = "/".join(document.getPhysicalPath())
    assert f"https://cong.tinhmau.edu.vn{path}" in one.message.get_content()


def test_only_who_may_publish_sees_the_panel_and_its_button(office, queue):
    document = office.file()
    with api.env.adopt_roles(["Manager"]):
        for name, group in (("author", "contributors"), ("editor", "editors")):
            api.user.create(username=name, email=f"{name}@mau.vn", password="mat-khau-dai-lam")
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    seen = {}
    for name in ("author", "editor"):
        session = requests.Session()
        session.auth = (name, "mat-khau-dai-lam")
        page = session.get(office.address(document))
        office.choose(document, "thpt", session=session)
        seen[name] = "edu-circulation" in page.text
    page = office.manager.get(office.address(document)).text

    assert seen == {"author": False, "editor": False}
    assert ledger.choice(office.portal, document.UID()) is None
    assert "edu-circulation" in page
    assert 'value="tieu-hoc"' in page
    assert "tieu-hoc@tinhmau.edu.vn" not in page


def test_a_visitor_sees_neither_panel_nor_addresses(office):
    document = office.file()
    office.choose(document, "thpt")
    office.move(document, "publish")
    page = requests.get(office.address(document)).text
    assert ("edu-circulation" in page, "thpt@" in page) == (False, False)


def test_a_forged_post_chooses_nothing(office):
    document = office.file()
    answer = office.choose(document, "thpt", token=False)
    assert (answer.status_code, ledger.choice(office.portal, document.UID())) == (403, None)


def test_a_school_has_no_panel_until_it_keeps_a_list_of_its_own(office):
    settings.store(SCHOOL)
    for unit_id in list(office.portal.aq_parent._eduportal_snapshots):
        if unit_id != "plone":
            del office.portal.aq_parent._eduportal_snapshots[unit_id]
    document = office.file()
    before = office.manager.get(office.address(document)).text
    office.set("list_staff", "giaovien@c1hoasen.tinhmau.edu.vn")
    after = office.manager.get(office.address(document)).text
    assert ["edu-circulation" in page for page in (before, after)] == [False, True]
    assert "edu-for-members" not in after


def test_the_control_panel_keeps_what_is_typed_and_refuses_what_is_no_address(office):
    panel = f"{office.url}/@@eduportal-circulation-controlpanel"
    page = office.manager.get(panel)
    sent = {"form.buttons.save": "1", "_authenticator": office.token()}
    sent |= {"form.widgets.recent_days": "10", "form.widgets.show_parent": "3"}
    wrong = office.manager.post(panel, data=sent | {"form.widgets.list_thpt": "a@b.vn, c@d.vn"})
    right = office.manager.post(panel, data=sent | {"form.widgets.list_thpt": "nhom@b.vn"})
    transaction.begin()
    assert (page.status_code, right.status_code) == (200, 200)
    assert "form-widgets-default_groups-0" in page.text
    assert "Không phải địa chỉ thư điện tử" in wrong.text
    assert api.portal.get_registry_record("eduportal.circulation.list_thpt") == "nhom@b.vn"
    assert api.portal.get_registry_record("eduportal.circulation.recent_days") == 10
