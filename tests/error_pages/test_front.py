"""The filter before Zope, and its pages."""

from eduportal.error_pages import static
from eduportal.error_pages.front import Errors
from eduportal.server import configuration
from eduportal.server.layout import Layout
from lxml import html
from ZEO.Exceptions import ClientDisconnected
import pytest
import time


def ask(filtered, method: str = "GET", **environ):
    got = {}

    def start_response(status, headers, exc_info=None):
        got.update(status=status, headers=dict(headers))

    asked = {"REQUEST_METHOD": method, "PATH_INFO": "/a"} | environ
    body = b"".join(filtered(asked, start_response))
    return got["status"], got["headers"], body


def works(environ, start_response):
    start_response("200 OK", [])
    return [b"page"]


def raising(error: Exception):
    def app(environ, start_response):
        raise error

    return app


def test_while_the_storage_is_there_the_page_goes_through():
    assert ask(Errors(works, connected=lambda: True)) == ("200 OK", {}, b"page")


def test_while_the_storage_is_away_a_whole_page_asks_to_come_back():
    filtered = Errors(works, connected=lambda: False)
    status, headers, body = ask(filtered)
    began = time.monotonic()
    again = ask(filtered, "HEAD")
    assert status == "503 Service Unavailable"
    assert (headers["Retry-After"], headers["Cache-Control"]) == ("30", "no-store")
    assert headers["Content-Length"] == str(len(body))
    assert body.decode() == static.maintenance()
    assert again == (status, headers, b"")
    # only the first one waits for a storage that is merely started anew
    assert time.monotonic() - began < 1


def test_a_storage_that_comes_back_in_a_moment_is_waited_for():
    answers = iter([False, False, True])
    assert ask(Errors(works, connected=lambda: next(answers)))[0] == "200 OK"


@pytest.mark.parametrize(
    ("error", "status", "title"),
    [
        (ClientDisconnected(), "503 Service Unavailable", "Cổng đang được bảo trì"),
        (RuntimeError("mat-khau"), "500 Internal Server Error", "Trang gặp lỗi"),
    ],
)
def test_what_zope_could_not_answer_ends_in_a_whole_page(error, status, title):
    got, _headers, body = ask(Errors(raising(error), connected=lambda: True))
    assert got == status
    assert html.fromstring(body).findtext(".//title").startswith(title)
    assert b"mat-khau" not in body


@pytest.mark.parametrize(
    "page",
    [static.broken("1A2B-3C4D"), static.maintenance(), static.nowhere(), static.unreadable()],
    ids=["broken", "maintenance", "nowhere", "unreadable"],
)
def test_the_pages_need_nothing_but_themselves(page):
    tree = html.fromstring(page)
    assert tree.xpath("//@src | //link | //script | //form | //iframe") == []
    assert "url(" not in page
    assert "@import" not in page
    assert tree.xpath("/html/@lang | //section/@lang") == ["vi", "en"]
    assert len(tree.xpath("//h1")) == 1
    assert len(page.encode()) < 4096


def test_a_proxy_finds_the_page_in_the_instance(tmp_path):
    layout = Layout(tmp_path)
    layout.make()
    configuration.write_web(layout, "127.0.0.1", 8080)
    assert (layout.run / "maintenance.html").read_text("utf-8") == static.maintenance()


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"HTTP_HOST": "truong.edu.vn"}, "200 OK"),
        ({"HTTP_HOST": "localhost:8080"}, "200 OK"),
        ({"HTTP_HOST": "[::1]:8080"}, "200 OK"),
        ({"HTTP_HOST": ""}, "200 OK"),
        ({"HTTP_HOST": 'x"><script>alert(1)'}, "400 Bad Request"),
        ({"HTTP_HOST": "a" * 300}, "400 Bad Request"),
        ({"HTTP_HOST": "[::1"}, "400 Bad Request"),
        ({"PATH_INFO": "/VirtualHostBase/https/truong.edu.vn:443/a/VirtualHostRoot"}, "200 OK"),
        ({"PATH_INFO": '/a/VirtualHostBase/http/x"><img>/a'}, "200 OK"),
        ({"PATH_INFO": '/VirtualHostBase/http/x"><img>:80/a'}, "400 Bad Request"),
        ({"PATH_INFO": '/VirtualHostBase/http/x:80"><img>/a'}, "400 Bad Request"),
        ({"PATH_INFO": '/b/..//./VirtualHostBase/http/a/../x"><img>/a'}, "400 Bad Request"),
    ],
)
def test_a_host_that_is_no_name_never_gets_onto_a_page(asked, status):
    got, _headers, body = ask(Errors(works, connected=lambda: True), **asked)
    assert got == status
    assert b"img" not in body
