from eduportal.cli.mail import app
from eduportal.mail import queue as mail_queue
from typer.testing import CliRunner
from zope.sendmail.delivery import QueuedMailDelivery
import json
import pytest
import transaction

MESSAGE = """From: cong@mau.vn
To: vanthu@mau.vn
Subject: =?utf-8?q?G=C3=B3p_=C3=BD?=
Date: Mon, 2 Nov 2026 08:00:00 +0700

Nội dung
"""


@pytest.fixture
def var(tmp_path, monkeypatch):
    monkeypatch.delenv("EDUPORTAL_MAIL_QUEUE", raising=False)
    monkeypatch.setenv("VAR", str(tmp_path))
    QueuedMailDelivery(str(mail_queue.directory())).send(
        "cong@mau.vn", ["vanthu@mau.vn"], MESSAGE.encode()
    )
    transaction.commit()
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, arguments)


def test_list_tells_what_waits_in_var(var):
    result = run("list", "--json")
    (entry,) = json.loads(result.output)
    assert entry | {"file": ""} == {
        "file": "",
        "from": "cong@mau.vn",
        "to": ["vanthu@mau.vn"],
        "subject": "Góp ý",
        "date": "Mon, 02 Nov 2026 08:00:00 +0700",
    }


def test_list_is_readable(var):
    assert run("list").output == (
        "Mon, 02 Nov 2026 08:00:00 +0700  vanthu@mau.vn  Góp ý\n1 thư đang chờ gửi / 1 waiting\n"
    )


def test_send_sends_by_the_server_of_mail_toml(var, smtp):
    (var / "mail.toml").write_text(f'host = "127.0.0.1"\nport = {smtp.port}\n')
    result = run("send", "--json")
    assert (result.exit_code, json.loads(result.output)) == (
        0,
        {"sent": 1, "failed": 0, "refused": 0, "waiting": 0},
    )
    assert [to for _from, to, _content in smtp.taken] == [["vanthu@mau.vn"]]


def test_send_without_a_server_keeps_mails_and_says_so(var):
    result = run("send")
    assert (result.exit_code, result.output.splitlines()[1]) == (
        0,
        "No mail server in mail.toml: 1 kept on disk.",
    )


def test_send_that_could_not_send_ends_with_status_1(var, smtp):
    smtp.refusals["vanthu@mau.vn"] = 451
    (var / "mail.toml").write_text(f'host = "127.0.0.1"\nport = {smtp.port}\n')
    assert run("send").exit_code == 1


def test_a_wrong_mail_toml_ends_with_status_1_and_a_sentence(var):
    (var / "mail.toml").write_text("port = 0\nhost = 'x'")
    result = run("send")
    assert (result.exit_code, "per_minute must be at least 1" in result.output) == (1, True)
