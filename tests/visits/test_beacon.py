"""Beacons over HTTP, with and without the filter that answers before Zope."""

from eduportal import visits
from eduportal.visits.front import factory
from eduportal.visits.front import place
from eduportal.visits.process import process
from io import BytesIO
from lxml import html
from tests.visits.conftest import PHONE
from tests.visits.conftest import figures
import json
import pytest
import requests
import transaction


def test_a_visitor_is_counted_in_the_portal_and_in_the_section(school):
    assert school.visit("news") == figures(1, 1, 1, 1)
    assert school.visit("contact") == figures(1, 1, 1, 1)
    assert school.visit("news", "Firefox") == figures(2, 2, 2, 2)

    sections = ["", "news", "contact", "history"]
    found = [visits.figures(school.portal, section).today for section in sections]
    assert found == [2, 2, 1, 0]


def test_what_was_counted_survives_the_process_and_adds_to_what_was_brought_along(school):
    school.set("start", 12_345)
    school.visit("news")
    assert process.flush()
    process.__init__()
    assert school.visit("news", "Firefox") == figures(1, 2, 2, 12_347)
    assert visits.total(school.portal) == {"": (1, 1), "news": (1, 1)}


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_other_sites_count_nothing_and_learn_nothing(school, headers):
    assert school.visit("news", **headers) == {}
    assert visits.figures(school.portal) == (0, 0, 0, 0)


def test_robots_and_pages_loaded_ahead_are_told_and_not_counted(school):
    assert school.visit("news", "Googlebot/2.1") == figures(0, 0, 0, 0)
    assert school.visit("news", **{"Sec-Purpose": "prefetch"}) == figures(0, 0, 0, 0)


def test_a_section_that_does_not_exist_is_the_portal_alone(school):
    school.visit("x" * 2000)
    process.flush()
    assert visits.total(school.portal) == {"": (1, 1)}


def test_an_answer_is_no_cookie_and_no_page_for_a_cache(school):
    answer = school.beacon("news")
    kept = {name: answer.headers.get(name) for name in ("Set-Cookie", "Cache-Control")}
    assert kept == {"Set-Cookie": None, "Cache-Control": "no-store"}
    looked = requests.get(f"{school.url}/@@visit", timeout=60)
    assert (looked.status_code, looked.text) == (405, "{}")
    assert visits.figures(school.portal).total == 1


def test_a_portal_that_does_not_count_says_nothing(school):
    school.set("counted", False)
    page = html.fromstring(requests.get(f"{school.url}/vi", timeout=60).content)
    assert page.cssselect("[data-visit], [data-figure]") == []
    assert school.visit("news") == {}
    assert visits.figures(school.portal) == (0, 0, 0, 0)


def test_a_visitors_page_names_its_section_and_an_editors_page_is_not_counted(school):
    path = "/vi/gioi-thieu"
    page, edited = (
        html.fromstring(asker.get(f"{school.url}{path}", timeout=60).content)
        for asker in (requests.Session(), school.manager)
    )

    (line,) = page.cssselect("[data-visit]")
    assert line.get("data-visit") == f"{school.url}/@@visit?section=about"
    assert [number.text for number in line.cssselect("[data-figure]")] == ["0"] * 4
    assert edited.cssselect("[data-visit]") == []
    missing = requests.get(f"{school.url}/vi/khong-co", timeout=60)
    assert missing.status_code == 404
    assert "data-visit" not in missing.text


def ask(app, path, **more):
    """What the filter hands to the server: status and body, and whether Zope was asked."""
    said = []
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": path,
        "QUERY_STRING": "section=news",
        "HTTP_HOST": "c1hoasen.tinhmau.edu.vn",
        "HTTP_ORIGIN": "https://c1hoasen.tinhmau.edu.vn",
        "HTTP_USER_AGENT": PHONE,
        "REMOTE_ADDR": "203.162.1.1",
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
        **more,
    }
    body = b"".join(app(environ, lambda status, headers: said.append(status)))
    return said, body


def test_what_zope_has_met_is_answered_before_zope_for_a_minute(school):
    asked = []

    def zope(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return [b"zope"]

    app = factory(zope)
    path = f"/{school.portal.getId()}/@@visit"
    assert ask(app, path) == ([], b"zope")
    visits.figures(school.portal)

    said, body = ask(app, path)
    assert (said, json.loads(body)) == (["200 OK"], figures(1, 1, 1, 1))
    for other in (f"/{school.portal.getId()}/vi/@@visit", "/khac/@@visit", "/@@visit"):
        assert ask(app, other) == ([], b"zope")
    assert ask(app, path, REQUEST_METHOD="GET") == ([], b"zope")

    later = process.now() + 61
    process.now = lambda: later
    assert ask(app, path) == ([], b"zope")
    assert len(asked) == 6


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/plone/@@visit", ("plone", "http://nohost")),
        (
            "/VirtualHostBase/https/hs.edu.vn:443/plone/VirtualHostRoot/@@visit",
            ("plone", "https://hs.edu.vn:443"),
        ),
        (
            "/VirtualHostBase/https/so.edu.vn/VirtualHostRoot/_vh_cong/plone/@@visit",
            ("plone", "https://so.edu.vn"),
        ),
        ("/a/plone/@@visit", ("", "http://nohost")),
        ("/@@visit", ("", "http://nohost")),
    ],
)
def test_the_portal_is_read_out_of_a_proxys_path(path, found):
    assert place(path, {"wsgi.url_scheme": "http", "HTTP_HOST": "nohost"}) == found


def test_a_storage_that_is_away_costs_nobody_anything(school, monkeypatch):
    school.visit("news")

    def away(*ignored):
        raise OSError("no storage server")

    with monkeypatch.context() as broken:
        broken.setattr(process, "_add", away)
        assert process.flush() is False
        assert school.visit("news", "Firefox") == figures(2, 2, 2, 2)
    assert process.flush() is True
    assert visits.total(school.portal)[""] == (2, 2)


def test_figures_that_cannot_be_read_are_older_ones_and_no_error(school, monkeypatch):
    school.visit("news")
    process.flush()
    later = process.now() + 120
    monkeypatch.setattr(process, "now", lambda: later)

    def away(*ignored):
        raise OSError("no storage server")

    monkeypatch.setattr(process, "_read", away)
    answer = school.beacon("news", "Firefox")
    assert (answer.status_code, answer.json()["total"]) == (200, 2)


def test_a_deleted_portals_figures_go_with_it(school):
    school.visit("news")
    process.flush()
    transaction.begin()
    visits.forget(school.portal)
    transaction.commit()
    assert visits.total(school.portal) == {}
