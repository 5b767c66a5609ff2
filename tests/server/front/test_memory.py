"""The filters before Zope, with an application and a database of their own."""

from eduportal.server.front import ASKED
from eduportal.server.front import Recipe
from eduportal.server.front.compression import Compression
from eduportal.server.front.compression import accepts_gzip
from eduportal.server.front.freshness import Freshness
from eduportal.server.front.memory import Memory
from eduportal.server.front.question import question
from eduportal.server.front.question import without_tracking
from persistent.mapping import PersistentMapping
from wsgiref.util import setup_testing_defaults
from ZODB import DB
from ZODB.FileStorage import FileStorage
from ZODB.MappingStorage import MappingStorage
import pytest
import time
import transaction


class Site:
    """An application whose pages are made of one record, and that counts how often."""

    def __init__(self, database):
        self.database = database
        self.made = 0
        self.body = b"x" * 1000
        self.until = time.time() + 60
        self.headers = [("Content-Type", "text/html; charset=utf-8")]
        connection = database.open()
        record = connection.root()["record"] = PersistentMapping()
        connection.root()["other"] = PersistentMapping()
        transaction.commit()
        self.oid = record._p_oid
        connection.close()

    def __call__(self, environ, start_response):
        self.made += 1
        connection = self.database.open()
        record = connection.get(self.oid)
        record._p_activate()
        if ASKED in environ:
            environ[ASKED].recipe = Recipe(((self.oid, record._p_serial),), self.until)
        connection.close()
        start_response("200 OK", list(self.headers))
        return [self.body]

    def change(self, name):
        connection = self.database.open()
        connection.root()[name]["at"] = time.time()
        transaction.commit()
        connection.close()


@pytest.fixture(params=["file", "mapping"])
def site(request, tmp_path):
    """Over a storage that knows its last transaction, and over one that is not trusted to."""
    file = request.param == "file"
    database = DB(FileStorage(str(tmp_path / "Data.fs")) if file else MappingStorage())
    yield Site(database)
    database.close()


def ask(app, path="/a", **more):
    environ = {"PATH_INFO": path, "HTTP_HOST": "mau.vn"} | more
    setup_testing_defaults(environ)
    told = {}

    def start_response(status, fields, exc_info=None):
        told.update({k.lower(): v for k, v in fields} | {"status": status})

    body = b"".join(app(environ, start_response))
    return told, body


def test_a_page_is_made_once_until_its_record_changes(site):
    app = Memory(site, 1, site.database)
    counts = []
    for change in (None, None, "other", None, "record", None):
        if change:
            site.change(change)
        ask(app)
        counts.append(site.made)
    assert counts == [1, 1, 1, 1, 2, 2]


def test_a_record_that_is_gone_ends_its_pages(site):
    app = Memory(site, 1, site.database)
    ask(app)
    page = next(iter(app.shelf.pages.values()))
    page.recipe = Recipe(((b"\0\0\0\0\0\0\xff\xff", b"\1" * 8),), page.recipe.until)
    site.change("other")
    ask(app)
    assert site.made == 2


def test_time_ends_a_page_that_nothing_changed(site):
    site.until = time.time() - 1
    app = Memory(site, 1, site.database)
    ask(app)
    ask(app)
    assert site.made == 2


def test_host_scheme_path_and_language_have_pages_of_their_own(site):
    app = Memory(site, 1, site.database)
    for more in (
        {},
        {"HTTP_HOST": "khac.vn"},
        {"wsgi.url_scheme": "https"},
        {"path": "/b"},
        {"QUERY_STRING": "b_start=20"},
        {"HTTP_COOKIE": 'I18N_LANGUAGE="en"'},
    ):
        ask(app, **more)
        ask(app, **more)
    assert site.made == 6


def test_memory_is_bounded_and_what_was_asked_for_last_stays(site):
    site.body = b"".join(b"%06d" % n for n in range(30_000))
    app = Memory(site, 1, site.database)
    for number in range(8):
        ask(app, f"/{number}")
        ask(app, "/0")
    sizes = sum(page.size for page in app.shelf.pages.values())

    assert app.shelf.size == sizes <= 1024 * 1024
    assert site.made == 8
    assert [key[3] for key in app.shelf.pages][-1] == "/0"


@pytest.mark.parametrize(
    "header", [("Set-Cookie", "a=b"), ("Content-Encoding", "br"), ("X-Form", "body")]
)
def test_answers_for_one_person_are_not_kept(site, header):
    if header[0] == "X-Form":
        site.body += b'<input name="_authenticator" value="1">'
    else:
        site.headers.append(header)
    app = Memory(site, 1, site.database)
    ask(app)
    ask(app)
    assert site.made == 2


def test_a_serial_is_looked_at_in_a_transaction_of_its_own(site):
    freshness = Freshness(site.database)
    mine = transaction.begin()
    connection = site.database.open()
    record = connection.root()["record"]
    record._p_activate()
    assert freshness.holds(((record._p_oid, record._p_serial),))
    assert transaction.get() is mine
    connection.close()


PRIVATE = [
    ({"HTTP_COOKIE": "__ac_a=1"}, ("Vary", "Cookie")),
    ({"HTTP_AUTHORIZATION": "Basic x"}, ("Vary", "Cookie")),
    ({}, ("Cache-Control", "private, no-store")),
    ({}, ("Cache-Control", "max-age=0, private")),
    ({}, ("Set-Cookie", "a=b")),
    ({}, ("Content-Type", "image/png")),
]


@pytest.mark.parametrize(("asked", "told"), PRIVATE)
def test_what_is_somebodys_own_is_never_compressed(asked, told):
    def app(environ, start_response):
        headers = dict([("Content-Type", "text/html"), told])
        start_response("200 OK", list(headers.items()))
        return [b"x" * 1000]

    headers, body = ask(Compression(app), HTTP_ACCEPT_ENCODING="gzip", **asked)
    assert (headers.get("content-encoding"), len(body)) == (None, 1000)


@pytest.mark.parametrize("kind", [list, iter])
def test_head_never_sends_a_body_that_would_pass_for_the_next_answer(kind):
    def app(environ, start_response):
        start_response("404 Not Found", [("Content-Type", "text/html"), ("Content-Length", "9")])
        return kind([b"<p>No</p>"])

    headers, body = ask(Compression(app), REQUEST_METHOD="HEAD")
    assert (headers["content-length"], body) == ("9", b"")


def test_a_stream_goes_through_unread():
    stream = iter([b"a" * 1000, b"b" * 1000])

    def app(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/csv")])
        return stream

    environ = {"HTTP_ACCEPT_ENCODING": "gzip"}
    setup_testing_defaults(environ)
    assert Compression(app)(environ, lambda *told: None) is stream


@pytest.mark.parametrize(
    ("offer", "taken"),
    [
        ("", False),
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000", False),
        ("identity", False),
    ],
)
def test_who_takes_gzip(offer, taken):
    assert accepts_gzip({"HTTP_ACCEPT_ENCODING": offer}) is taken


def test_tracking_is_taken_off_and_nothing_else():
    assert [
        without_tracking(query)
        for query in ("", "b_start=20", "fbclid=1", "q=a%20b&utm_source=x&c=", "a=fbclid")
    ] == ["", "b_start=20", "", "q=a+b&c=", "a=fbclid"]


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "PROPFIND"])
def test_only_reading_is_a_question(method):
    environ = {"REQUEST_METHOD": method}
    setup_testing_defaults(environ)
    assert question(environ) is None
