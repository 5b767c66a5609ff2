from eduportal.mail import settings
from eduportal.mail.settings import MailSettings
from eduportal.mail.settings import MailSettingsError
import pytest


def test_without_a_file_the_queue_is_a_sink(tmp_path):
    assert settings.load(tmp_path / "mail.toml") == MailSettings(host="")


def test_the_file_sets_all_there_is_to_set(tmp_path):
    path = tmp_path / "mail.toml"
    path.write_text(
        'host = "mail.tinhmau.edu.vn"\nport = 587\nuser = "cong"\npassword = "bí mật"\n'
        'tls = "starttls"\nsender_domain = "tinhmau.edu.vn"\nper_minute = 30\n'
        'base_url = "https://cong.tinhmau.edu.vn"\n',
        encoding="utf-8",
    )
    assert settings.load(path) == MailSettings(
        "mail.tinhmau.edu.vn",
        587,
        "cong",
        "bí mật",
        "starttls",
        "tinhmau.edu.vn",
        30,
        "https://cong.tinhmau.edu.vn",
    )


@pytest.mark.parametrize(
    "text, sentence",
    [
        ('hots = "a"', "there is no key “hots”. Allowed: host, port, user, password, tls, "),
        ('port = "25"', "“port” must be of type int, not '25'."),
        ('tls = "yes"', "tls is “yes”, allowed: none, starttls, ssl."),
        ("per_minute = 0", "per_minute must be at least 1"),
        ("host = ", "is not valid TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_a_sentence(tmp_path, text, sentence):
    path = tmp_path / "mail.toml"
    path.write_text(text)
    with pytest.raises(MailSettingsError) as raised:
        settings.load(path)
    assert raised.value.en.startswith(f"{path}: {sentence}")
