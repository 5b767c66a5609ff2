from eduportal.mail import queue as mail_queue
from eduportal.server.layout import Layout
from eduportal.server.postman import Postman
from tests.mail.test_mail_delivery import put
import time


def wait_for(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert condition()


def test_a_running_instance_sends_its_queue_by_itself(tmp_path, smtp):
    layout = Layout(tmp_path)
    put(mail_queue.make(layout.mail_queue), "a@mau.vn")
    (tmp_path / "mail.toml").write_text(f'host = "127.0.0.1"\nport = {smtp.port}\n')

    with Postman(layout, every=0.05):
        wait_for(lambda: smtp.taken)

    assert [to for _sender, to, _content in smtp.taken] == [["a@mau.vn"]]
    assert mail_queue.waiting(layout.mail_queue) == []


def test_settings_that_cannot_be_used_are_said_once_and_lose_nothing(tmp_path, capsys):
    layout = Layout(tmp_path)
    put(mail_queue.make(layout.mail_queue), "a@mau.vn")
    (tmp_path / "mail.toml").write_text("host = ")

    with Postman(layout, every=0.02):
        time.sleep(0.5)

    said = capsys.readouterr().err
    assert said.count("is not valid TOML") == 1
    assert len(mail_queue.waiting(layout.mail_queue)) == 1
