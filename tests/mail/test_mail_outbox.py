from Acquisition import aq_base
from eduportal.mail import queue as mail_queue
from eduportal.mail.outbox import Outbox
from eduportal.mail.portal import ensure_outbox
from eduportal.testing import SCHOOL
from eduportal.units.model import Unit
from email.errors import HeaderParseError
from plone import api
from Products.MailHost.interfaces import IMailHost
from zope.component import getUtility
import pytest
import transaction

NAME = "Trường Tiểu học Hoa Sen, phường Trần Hưng Đạo, thành phố Quy Nhơn (mẫu)"


@pytest.fixture
def outbox(portal, queue):
    ensure_outbox(portal, SCHOOL)
    return portal


def sender():
    return (
        api.portal.get_registry_record("plone.email_from_name"),
        api.portal.get_registry_record("plone.email_from_address"),
    )


def test_the_mail_host_is_an_outbox_by_every_way_to_it(outbox):
    found = [outbox.MailHost, getUtility(IMailHost), api.portal.get_tool("MailHost")]
    assert [type(aq_base(host)) for host in found] == [Outbox] * 3
    assert len({id(aq_base(host)) for host in found}) == 1


def test_a_second_run_changes_nothing(outbox):
    before = aq_base(outbox.MailHost)
    ensure_outbox(outbox, SCHOOL)
    assert (aq_base(outbox.MailHost) is before, sender()) == (True, (SCHOOL.name, SCHOOL.email))


def test_the_sender_follows_the_unit_until_an_administrator_sets_another(outbox):
    moved = Unit(**SCHOOL.as_dict() | {"name": "Trường Tiểu học Sen Hồng (mẫu)"})
    ensure_outbox(outbox, moved)
    assert sender() == ("Trường Tiểu học Sen Hồng (mẫu)", SCHOOL.email)
    api.portal.set_registry_record("plone.email_from_name", "Ban Biên tập")
    ensure_outbox(outbox, SCHOOL)
    assert sender() == ("Ban Biên tập", SCHOOL.email)


def test_a_unit_without_a_mailbox_writes_from_the_instances_domain(portal, tmp_path, monkeypatch):
    (tmp_path / "mail.toml").write_text('sender_domain = "tinhmau.edu.vn"')
    monkeypatch.setenv("VAR", str(tmp_path))
    ensure_outbox(portal, Unit(**SCHOOL.as_dict() | {"email": ""}))
    assert sender()[1] == "plone@tinhmau.edu.vn"


@pytest.mark.parametrize("immediate", [True, False])
def test_every_message_is_queued_on_commit_and_none_on_abort(functional_portal, queue, immediate):
    for finish in (transaction.abort, transaction.commit):
        api.portal.get_tool("MailHost").send(
            "Nội dung thư",
            mto="Văn thư <vanthu@mau.vn>, b@mau.vn",
            mfrom=f'"{NAME}" <cong@mau.vn>',
            subject="Góp ý về bữa ăn bán trú",
            immediate=immediate,
            charset="utf-8",
        )
        finish()
    (waiting,) = mail_queue.waiting(queue)
    message = waiting.message
    assert (waiting.sender, waiting.recipients) == ("cong@mau.vn", ("vanthu@mau.vn", "b@mau.vn"))
    assert (message["From"], message["To"], message["Subject"], message.get_content().strip()) == (
        f'"{NAME}" <cong@mau.vn>',
        "Văn thư <vanthu@mau.vn>, b@mau.vn",
        "Góp ý về bữa ăn bán trú",
        "Nội dung thư",
    )


def test_a_line_break_in_a_header_starts_no_second_header(outbox, queue):
    with pytest.raises(HeaderParseError):
        outbox.MailHost.send(
            "x",
            mto="a@mau.vn",
            mfrom="cong@mau.vn",
            subject="Góp ý\nBcc: nguoi@la.vn",
        )
        transaction.commit()
    transaction.abort()
    assert mail_queue.waiting(queue) == []
