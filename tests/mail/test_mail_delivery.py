from eduportal.mail import queue as mail_queue
from eduportal.mail.delivery import Delivery
from eduportal.mail.delivery import _alone
from eduportal.mail.delivery import deliver
from eduportal.mail.settings import MailSettings
from zope.sendmail.delivery import QueuedMailDelivery
import socket
import transaction

FROM = "cong@c1hoasen.tinhmau.edu.vn"


def put(queue, *recipients):
    for recipient in recipients:
        content = f"From: {FROM}\nTo: {recipient}\nSubject: Thu\n\nXin chao {recipient}\n"
        QueuedMailDelivery(str(queue)).send(FROM, [recipient], content.encode())
        transaction.commit()


def recipients(queue):
    return [message.recipients for message in mail_queue.waiting(queue)]


def to(smtp, **more):
    return MailSettings(host="127.0.0.1", port=smtp.port, **more)


def test_what_is_queued_is_sent_once(queue, smtp):
    put(queue, "a@mau.vn", "b@mau.vn")
    assert deliver(queue, to(smtp)) == Delivery(sent=2)
    assert deliver(queue, to(smtp)) == Delivery()
    assert [(sender, to) for sender, to, _content in smtp.taken] == [
        (FROM, ["a@mau.vn"]),
        (FROM, ["b@mau.vn"]),
    ]
    assert smtp.taken[0][2].endswith(b"Subject: Thu\r\n\r\nXin chao a@mau.vn\r\n")


def test_without_a_host_mails_stay_on_disk(queue):
    put(queue, "a@mau.vn")
    assert deliver(queue, MailSettings()) == Delivery(waiting=1)
    assert recipients(queue) == [("a@mau.vn",)]


def test_a_refusal_for_now_is_tried_again_at_once(queue, smtp):
    put(queue, "a@mau.vn", "b@mau.vn")
    smtp.refusals["a@mau.vn"] = 451
    assert deliver(queue, to(smtp)) == Delivery(sent=1, failed=1, waiting=1)
    smtp.refusals.clear()
    assert deliver(queue, to(smtp)) == Delivery(sent=1)


def test_a_refusal_for_good_is_put_aside_and_not_lost(queue, smtp):
    put(queue, "a@mau.vn")
    smtp.refusals["a@mau.vn"] = 550
    assert deliver(queue, to(smtp)) == Delivery(refused=1)
    assert deliver(queue, to(smtp)) == Delivery()
    (kept,) = (queue / "rejected").iterdir()
    assert mail_queue.read(kept).recipients == ("a@mau.vn",)


def test_a_server_out_of_reach_loses_nothing(queue):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    put(queue, "a@mau.vn", "b@mau.vn")
    assert deliver(queue, MailSettings(host="127.0.0.1", port=port)) == Delivery(
        failed=1, waiting=2
    )


def test_a_run_sends_no_more_than_the_limit(queue, smtp):
    put(queue, "a@mau.vn", "b@mau.vn", "c@mau.vn")
    assert deliver(queue, to(smtp, per_minute=2)) == Delivery(sent=2, waiting=1)


def test_tls_that_is_demanded_and_not_offered_sends_nothing(queue, smtp):
    put(queue, "a@mau.vn")
    assert deliver(queue, to(smtp, tls="starttls")) == Delivery(failed=1, waiting=1)
    assert smtp.taken == []


def test_a_second_run_at_the_same_time_leaves_the_queue_alone(queue, smtp):
    put(queue, "a@mau.vn")
    with _alone(queue):
        assert deliver(queue, to(smtp)) == Delivery(waiting=1)


def test_a_file_that_is_no_message_is_put_aside(queue, smtp):
    (queue / "new" / "1").write_bytes(b"rubbish")
    assert deliver(queue, to(smtp)) == Delivery(refused=1)
