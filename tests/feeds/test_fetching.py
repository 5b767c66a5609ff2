"""Feeds are asked of public servers alone, and no server can hold or flood us."""

from eduportal.feeds.addresses import Allowed
from eduportal.feeds.addresses import FeedError
from eduportal.feeds.addresses import allowed
from eduportal.feeds.addresses import resolve
from eduportal.feeds.addresses import split
from eduportal.feeds.fetching import MOST_BYTES
from eduportal.feeds.fetching import fetch
from tests.feeds.conftest import SECTOR
import gzip
import ipaddress
import pytest
import socket
import time

HERE = Allowed(networks=(ipaddress.ip_network("127.0.0.0/8"),))


def refused(address, allow=HERE, seconds=5):
    with pytest.raises(FeedError) as error:
        fetch(address, "", "", allow, seconds)
    return error.value.reason


def test_a_feed_is_fetched_and_asked_for_again_only_where_it_changed(server):
    server.give("/rss", SECTOR, ETag='"a"', Last_Modified="Fri, 20 Nov 2026 01:00:00 GMT")
    answer = fetch(f"{server.url}/rss", "", "", HERE)
    server.give("/rss", status=304)
    again = fetch(f"{server.url}/rss", answer.etag, answer.modified, HERE)

    assert (answer.body.decode(), answer.etag) == (SECTOR, '"a"')
    assert again.body is None
    sent = server.asked[1][1]
    assert sent["If-None-Match"] == '"a"'
    assert sent["If-Modified-Since"] == "Fri, 20 Nov 2026 01:00:00 GMT"
    assert "Cookie" not in sent


@pytest.mark.parametrize(
    "address",
    [
        "ftp://moet.gov.vn/rss",
        "file:///etc/passwd",
        "http://",
        "http://user:secret@moet.gov.vn/rss",
        "http://moet.gov.vn:port/",
        "http://moet.gov.vn/a b",
        "http://moet.gov.vn/\r\nX: y",
        f"http://moet.gov.vn/{'x' * 500}",
        "gopher://127.0.0.1:25/",
        "",
    ],
)
def test_what_is_no_address_of_the_web_is_refused(address):
    assert refused(address) == "address"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "10.0.0.1",
        "172.16.5.5",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "2130706433",
        "0x7f.1",
        "[::1]",
        "[::]",
        "[fe80::1]",
        "[fc00::1]",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::7f00:1]",
        "[::127.0.0.1]",
        "[::ffff:0:7f00:1]",
        "[fec0::1]",
        "192.0.0.192",
        "[2002:7f00:1::]",
    ],
)
def test_no_server_inside_is_asked(host):
    assert refused(f"http://{host}/rss", Allowed()) == "private"


def test_a_public_address_is_asked_at_the_webs_ports_alone():
    assert resolve(split("https://8.8.8.8/rss"), Allowed()) == ("8.8.8.8", 443)
    assert refused("http://8.8.8.8:25/rss", Allowed()) == "private"


def test_a_name_with_one_inner_address_is_refused_whatever_its_others_are(monkeypatch):
    def answers(host, port, **ignored):
        return [(0, 0, 0, "", (address, port)) for address in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    assert refused("http://rebinding.example/rss", Allowed()) == "private"
    named = Allowed(names=frozenset({"rebinding.example"}))
    assert resolve(split("http://rebinding.example/rss"), named) == ("8.8.8.8", 80)


def test_a_redirect_is_looked_at_like_an_address_that_was_typed(server):
    server.give("/away", status=302, Location="http://10.0.0.1/secret")
    server.give("/file", status=301, Location="file:///etc/passwd")
    server.give("/here", status=307, Location="rss")
    server.give("/round", status=302, Location="/round")
    server.give("/rss", SECTOR)

    assert refused(f"{server.url}/away") == "private"
    assert refused(f"{server.url}/file") == "address"
    assert refused(f"{server.url}/round") == "redirects"
    assert fetch(f"{server.url}/here", "", "", HERE).address == f"{server.url}/rss"


def test_what_is_too_large_is_refused_also_when_it_was_small_on_the_way(server):
    server.give("/large", b"x" * (MOST_BYTES + 1))
    server.give("/bomb", gzip.compress(b"x" * (20 * MOST_BYTES)), Content_Encoding="gzip")
    server.give("/packed", gzip.compress(SECTOR.encode()), Content_Encoding="gzip")

    assert refused(f"{server.url}/large") == "large"
    assert refused(f"{server.url}/bomb") == "large"
    assert fetch(f"{server.url}/packed", "", "", HERE).body.decode() == SECTOR


def test_a_server_that_drips_is_left(server):
    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    server.answers["/drip"] = drip
    began = time.monotonic()
    assert refused(f"{server.url}/drip", seconds=0.5) == "late"
    assert time.monotonic() - began < 3


def test_errors_have_their_reasons(server):
    server.give("/gone", status=410)
    server.answers["/odd"] = lambda handler: handler.wfile.write(b"SSH-2.0-x\r\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        closed = probe.getsockname()[1]

    assert refused(f"{server.url}/gone") == "status-410"
    assert refused(f"{server.url}/odd") == "connection"
    assert refused(f"http://127.0.0.1:{closed}/") == "connection"
    assert refused(f"{server.url.replace('http:', 'https:')}/gone") == "certificate"


def test_the_owner_may_allow_inner_servers(tmp_path):
    file = tmp_path / "feeds.toml"
    assert allowed(file) == Allowed()
    file.write_text('allow = ["Cong.tinhmau.local", "10.1.2.0/24"]')
    found = allowed(file)
    assert found == Allowed(
        frozenset({"cong.tinhmau.local"}), (ipaddress.ip_network("10.1.2.0/24"),)
    )
    assert resolve(split("http://10.1.2.3:8080/rss"), found) == ("10.1.2.3", 8080)
