"""Visitors' names: for one day and one portal, and of people alone."""

from datetime import date
from eduportal.visits import visitor
from eduportal.visits.visitor import DailyKey
from ZPublisher import HTTPRequest
import pytest

DAY = date(2026, 11, 21)
PHONE = (
    "Mozilla/5.0 (Linux; Android 13; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Version/4.0 Chrome/119.0.0.0 Mobile Safari/537.36"
)


def test_the_key_is_shared_for_a_day_and_then_written_over(tmp_path):
    one, two = DailyKey(tmp_path), DailyKey(tmp_path)
    first = one.of(DAY)
    assert (two.of(DAY), one.of(DAY)) == (first, first)

    second = two.of(date(2026, 11, 22))
    assert second != first
    assert one.of(date(2026, 11, 22)) == second
    assert [file.name for file in tmp_path.iterdir()] == ["key"]
    assert first.hex() not in (tmp_path / "key").read_text()
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_a_name_tells_neither_address_nor_portal():
    key = DailyKey(None).of(DAY)
    names = {
        visitor.name(key, portal, address, agent)
        for portal in ("hoa-sen", "so-mau")
        for address in ("203.162.1.1", "203.162.1.2")
        for agent in (PHONE, "Firefox")
    }
    assert len(names) == 8
    assert {len(name) for name in names} == {16}
    assert visitor.name(key, "hoa-sen", "203.162.1.1", PHONE) in names
    other = DailyKey(None).of(DAY)
    assert visitor.name(other, "hoa-sen", "203.162.1.1", PHONE) not in names


@pytest.mark.parametrize(
    ("agent", "person"),
    [
        (PHONE, True),
        (f"{PHONE} Zalo android/12100743 ZaloTheme/light", True),
        (f"{PHONE} [FBAN/EMA;FBLC/vi_VN;FBAV/380.0]", True),
        ("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 coc_coc_browser/120 Chrome/114", True),
        ("Mozilla/5.0 (Linux; Android 8.1; CUBOT POWER Build/O11019) Chrome/70", True),
        ("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", False),
        ("Mozilla/5.0 (compatible; coccocbot-web/1.0)", False),
        ("facebookexternalhit/1.1", False),
        ("Mozilla/5.0 (X11; Linux) HeadlessChrome/120", False),
        ("python-requests/2.31", False),
        ("", False),
    ],
)
def test_robots_are_left_out_and_browsers_inside_zalo_and_facebook_are_not(agent, person):
    assert visitor.is_person({"HTTP_USER_AGENT": agent}) is person


def test_what_is_loaded_ahead_was_not_looked_at():
    ahead = {"HTTP_USER_AGENT": PHONE, "HTTP_SEC_PURPOSE": "prefetch;prerender"}
    assert visitor.is_person(ahead) is False


def test_only_a_proxy_that_is_trusted_tells_the_address(monkeypatch):
    monkeypatch.setattr(HTTPRequest, "trusted_proxies", ["127.0.0.1"])
    through = {"HTTP_X_FORWARDED_FOR": "6.6.6.6, 203.162.1.1, 127.0.0.1"}

    found = [
        visitor.address_of({**through, "REMOTE_ADDR": address})
        for address in ("127.0.0.1", "198.51.100.7")
    ]
    assert found == ["203.162.1.1", "198.51.100.7"]
