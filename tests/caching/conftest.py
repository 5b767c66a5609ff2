"""A portal behind the filters of the web server, in this process."""

from contextlib import contextmanager
from eduportal.interfaces import IEduportal
from eduportal.server.front.compression import Compression
from eduportal.server.front.memory import Memory
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.app.testing import setRoles
from plone.testing.zope import Browser
from types import SimpleNamespace
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import base64
import gzip
import pytest
import transaction

SIGNED_IN = "Basic " + base64.b64encode(f"{TEST_USER_NAME}:{TEST_USER_PASSWORD}".encode()).decode()


class Answer(SimpleNamespace):
    """``status``, ``headers`` by lower-case name, ``body`` as it came, ``text`` of the page."""

    @property
    def text(self) -> str:
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()

    @property
    def memory(self) -> str | None:
        """``new`` once a page has been kept, ``kept`` when it comes from memory, else None."""
        return self.headers.get("x-page-memory")


class Front:
    """The web server's filters around the portal of a test."""

    def __init__(self, layer):
        self.layer = layer
        zope = Browser(layer["app"]).testapp.app
        while hasattr(zope, "app") and not hasattr(zope, "browser"):
            zope = zope.app
        self.memory = Memory(zope, 8, layer["app"]._p_jar.db())
        self.app = Compression(self.memory)

    def get(self, path, method="GET", query="", **headers) -> Answer:
        environ = {"REQUEST_METHOD": method, "PATH_INFO": f"/plone{path}", "QUERY_STRING": query}
        environ |= {"HTTP_HOST": "nohost", "SERVER_PROTOCOL": "HTTP/1.1"}
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        setup_testing_defaults(environ)
        told = {}

        def start_response(status, fields, exc_info=None):
            told.update(status=int(status[:3]), headers={k.lower(): v for k, v in fields})

        body = b"".join(self.app(environ, start_response))
        return Answer(body=body, **told)

    def content(self, content) -> Answer:
        """A page of content, by its present address."""
        return self.get(urlsplit(content.absolute_url()).path.removeprefix("/plone"))

    @contextmanager
    def manager(self):
        """Work in the portal as a Manager; committed at the end."""
        portal = self.layer["portal"]
        # a page asked for before has taken site and request with it
        setSite(portal)
        setRequest(self.layer["request"])
        alsoProvides(self.layer["request"], IEduportal)
        setRoles(portal, TEST_USER_ID, ["Manager"])
        transaction.commit()
        yield portal
        transaction.commit()
        setRoles(portal, TEST_USER_ID, ["Member"])
        transaction.commit()

    def page(self, folder, title, **fields):
        """A published page, committed."""
        with self.manager():
            made = api.content.create(folder, "Document", title=title, **fields)
            api.content.transition(made, "publish")
        return made


@pytest.fixture
def front(functional, functional_portal):
    return Front(functional)


@pytest.fixture
def folder(front):
    """A section of the portal for visitors."""
    from eduportal import sections

    with front.manager():
        return sections.find("news")
