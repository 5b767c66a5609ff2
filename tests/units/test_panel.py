"""The control panel "Unit": who may correct what, by which rules, and what follows."""

from dataclasses import replace
from eduportal.federation import snapshots
from eduportal.testing import SCHOOL
from eduportal.testing import SCHOOL_HTTP
from eduportal.units.panel import EDITED
from eduportal.units.panel import SHOWN
from eduportal.units.settings import current_unit
from lxml import html
from plone import api
from pytest_plone import fixtures_factory
from zope.globalrequest import getRequest
import pytest
import re
import requests
import transaction

globals().update(fixtures_factory(((SCHOOL_HTTP, "http"),)))

WIDGET = re.compile(r"form\.widgets\.(\w+)")
PASSWORD = "mat khau dai cua nguoi thu"


class Panel:
    """The panel as a unit's administrator meets it."""

    def __init__(self, portal, base, person="administrator"):
        self.portal = portal
        self.portal_url = f"{base}/{portal.getId()}"
        self.url = f"{self.portal_url}/@@eduportal-unit-controlpanel"
        self.session = requests.Session()
        self.session.auth = (person, PASSWORD)

    def form(self):
        page = html.fromstring(self.session.get(self.url).content)
        (form,) = [form for form in page.forms if form.get("id") == "form"]
        return form

    def save(self, **changes):
        values = dict(self.form().form_values())
        for name, value in changes.items():
            key = f"form.widgets.{name}"
            values[f"{key}:list" if f"{key}:list" in values else key] = value
        values["form.buttons.save"] = "1"
        answer = self.session.post(self.url, data=values)
        transaction.begin()
        # The registry remembers for the length of a request, and a test is one.
        getRequest().other.pop("_plone_registry_cache", None)
        return html.fromstring(answer.content)


@pytest.fixture
def panel(http):
    portal = http["portal"]
    with api.env.adopt_roles(["Manager"]):
        for name, group in (("administrator", "administrators"), ("chief", "chief-editors")):
            api.user.create(username=name, email=f"{name}@mau.vn", password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return Panel(portal, f"http://{http['host']}:{http['port']}")


def said(page):
    texts = page.xpath("//*[@id='content']//*[contains(@class,'invalid-feedback')]")
    texts += page.xpath("//*[contains(@class,'portalMessage')]")
    return [" ".join(text.text_content().split()) for text in texts]


def test_name_contacts_and_palette_may_be_edited_and_the_rest_is_shown(panel):
    form = panel.form()
    names = {
        name.split(".")[2].partition("-")[0].partition(":")[0]
        for name in form.fields
        if ".widgets." in name
    }
    shown = {name: form.xpath(f"string(//*[@id='form-widgets-{name}'])").strip() for name in SHOWN}

    assert names == {*EDITED}
    assert shown == {
        "id": "plone",
        "tier": "Trường tiểu học (C1)",
        "parent": "",
        "domain": "c1hoasen.tinhmau.edu.vn",
    }


def test_palettes_are_named_in_the_readers_language(panel):
    assert panel.form().xpath("//select[@id='form-widgets-palette']/option/text()") == [
        "Xanh dương nhẹ",
        "Xanh ngọc",
        "Xanh chàm",
        "Xanh lá",
        "Nâu đỏ",
        "Hồng sen",
        "Tím nhạt",
        "Vàng mật",
    ]


def test_what_is_saved_is_followed_by_the_page_the_snapshot_and_the_mail(panel):
    page = panel.save(
        name="Trường Tiểu học Sen Hồng",
        phone="200000001",
        email="vp@c1senhong.edu.vn",
        palette="teal",
    )

    unit = replace(
        SCHOOL,
        name="Trường Tiểu học Sen Hồng",
        phone="0200000001",
        email="vp@c1senhong.edu.vn",
        palette="teal",
    )
    snapshot = snapshots(panel.portal.aq_parent)["plone"]
    home = requests.get(f"{panel.portal_url}/vi").text
    assert '"200000001" thiếu số 0 ở đầu (Excel bỏ đi); đã hiểu là 0200000001.' in said(page)[0]
    assert current_unit() == unit
    assert (snapshot["name"], snapshot["email"]) == (unit.name, unit.email)
    assert [
        api.portal.get_registry_record(name)
        for name in ("plone.email_from_name", "plone.email_from_address")
    ] == [unit.name, unit.email]
    assert [home.count(text) > 0 for text in (unit.name, unit.email, 'data-palette="teal"')] == [
        True
    ] * 3


QUOTED = (
    '"Không sử dụng địa chỉ thư điện tử của các mạng xã hội (như @gmail.com, @yahoo.com, '
    '@vnn.vn...) trong giao dịch công tác".'
)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "vi",
            '"hoasen@gmail.com" là thư điện tử miễn phí, không được công bố theo Thông tư '
            "53/2012/TT-BGDĐT (đã được thay thế bởi 37/2020/TT-BGDĐT), Điều 4.7: " + QUOTED,
        ),
        (
            "en",
            '"hoasen@gmail.com" is free mail and may not be published under Circular '
            "53/2012/TT-BGDĐT (replaced by 37/2020/TT-BGDĐT), Điều 4.7: " + QUOTED,
        ),
    ],
)
def test_a_free_mailbox_is_refused_with_the_rule_in_the_readers_language(panel, language, sentence):
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.default_language", language)
    transaction.commit()

    page = panel.save(email="hoasen@gmail.com", name="Tên khác")

    assert said(page)[0] == sentence
    assert current_unit() == SCHOOL


def test_only_an_administrator_opens_the_panel(panel):
    answers = {}
    for person in ("administrator", "chief"):
        auth = (person, PASSWORD)
        answers[person] = requests.get(panel.url, auth=auth, allow_redirects=False).status_code
    assert answers == {"administrator": 200, "chief": 302}


def test_id_kind_parent_and_domain_cannot_be_sent_either(panel):
    panel.save(id="khac", tier="so", parent="so-mau", domain="khac.edu.vn")
    assert current_unit() == SCHOOL
