"""Where the money goes: who may change it, and who is told."""

from eduportal.payments import paid_online
from eduportal.payments import settings
from email import message_from_bytes
from email.policy import default
from plone import api
from tests.payments.conftest import PASSWORD
from tests.payments.conftest import told_account
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory
import pytest
import transaction


@pytest.fixture
def queue(tmp_path, monkeypatch):
    monkeypatch.setenv("EDUPORTAL_MAIL_QUEUE", str(tmp_path / "queue"))
    return tmp_path / "queue"


def letters(queue):
    found = []
    for path in sorted((queue / "new").iterdir()):
        _envelope, _blank, message = path.read_bytes().partition(b"\n\n")
        letter = message_from_bytes(message or path.read_bytes(), policy=default)
        found.append((letter["To"], letter["Subject"], letter.get_content()))
    return found


def test_without_an_account_nothing_can_be_paid_online(portal):
    assert settings.account() is None
    assert not paid_online(portal, portal.REQUEST)


def test_an_account_typed_in_groups_is_one_number(portal):
    told_account()
    assert settings.account().number == "0011001234567"
    assert settings.account().bank.short == "Vietcombank"
    assert paid_online(portal, portal.REQUEST)


def test_the_test_provider_is_offered_only_where_the_instance_allows_it(portal, test_money):
    def offered():
        factory = getUtility(IVocabularyFactory, "eduportal.payment_providers")
        return [term.value for term in factory(portal)]

    assert offered() == ["test", "vietqr"]


def test_elsewhere_there_is_vietqr_alone(portal, tmp_path, monkeypatch):
    monkeypatch.setenv("VAR", str(tmp_path))
    factory = getUtility(IVocabularyFactory, "eduportal.payment_providers")
    assert [term.value for term in factory(portal)] == ["vietqr"]


def test_a_changed_account_is_told_to_every_administrator_once(functional_portal, queue):
    api.portal.set_registry_record("plone.email_from_address", "truong@mau.vn")
    with api.env.adopt_roles(["Manager"]):
        api.user.create(username="quan.tri", email="quan.tri@mau.vn", password=PASSWORD)
        api.group.add_user(groupname="administrators", username="quan.tri")
        told_account()
    transaction.commit()

    told = sorted(letters(queue))
    assert [to for to, _subject, _text in told] == ["quan.tri@mau.vn", "truong@mau.vn"]
    for _to, subject, text in told:
        assert "0011" not in subject
        assert "- -> 0011 0012 34567" in text
        assert "- -> Vietcombank" in text
        assert "/@@payment-settings" in text


def test_a_telephone_of_the_cashier_is_no_news(functional_portal, queue):
    api.portal.set_registry_record("plone.email_from_address", "truong@mau.vn")
    api.portal.set_registry_record("eduportal.payments.counter", "Phòng 2")
    transaction.commit()
    assert not queue.exists() or not list((queue / "new").iterdir())


def test_only_administrators_open_the_settings(office):
    answers = {
        person: office.ask(person, "GET", "/@@payment-settings").status_code
        for person in (None, "bien.tap", "thu.quy", "can.bo", "quan.tri")
    }
    # Without an account one is led to the sign-in form.
    assert answers == {None: 302, "bien.tap": 302, "thu.quy": 302, "can.bo": 302, "quan.tri": 200}


def test_an_editor_cannot_change_the_account_by_rest(office):
    answer = office.ask(
        "bien.tap",
        "PATCH",
        "/++api++/@registry",
        json={"eduportal.payments.account": "999"},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 401
    assert settings.plain_account(settings.setting("account")) == "0011001234567"
