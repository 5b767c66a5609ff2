"""Finished pages for visitors, served from this process's memory.

A page is kept with the database records it was made of (``eduportal.caching`` names them). While
the main database stands where it stood when the page was last looked at, it goes out at once;
afterwards the records' serials are compared; when one has moved, Zope makes the page anew.
"""

from collections.abc import Callable
from collections.abc import Iterable
from eduportal.server.front.answer import Answer
from eduportal.server.front.answer import ask
from eduportal.server.front.freshness import Freshness
from eduportal.server.front.question import ASKED
from eduportal.server.front.question import Question
from eduportal.server.front.question import question
from eduportal.server.front.question import without_tracking
from eduportal.server.front.shelf import Page
from eduportal.server.front.shelf import Shelf
from functools import cached_property
from ZODB import DB
import time
import Zope2

LARGEST = 2 * 1024 * 1024
FORMS = (b'name="_authenticator"', b'type="password"')
"""A page with a form of its own is never kept: what is in it is for one person and one time."""


class Memory:
    """WSGI filter before Zope."""

    def __init__(self, app: Callable, mib: int, database: DB | None = None) -> None:
        self.app = app
        self.shelf = Shelf(mib * 1024 * 1024)
        self.database = database

    @cached_property
    def freshness(self) -> Freshness:
        # Zope opens its database before the first request, but after this filter is made
        return Freshness(self.database or Zope2.DB)

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if "QUERY_STRING" in environ:
            environ["QUERY_STRING"] = without_tracking(environ["QUERY_STRING"])
        asked = question(environ)
        if asked is None:
            return self.app(environ, start_response)
        # Looked at before the page is made: a page can be newer than it says, never older.
        state = self.freshness.state()
        page = self.shelf.get(asked.key)
        if page is not None and self._is_true(page, state):
            return page.sent(environ, start_response)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.app(environ, start_response)
        environ[ASKED] = asked
        answer = ask(self.app, environ, LARGEST)
        page = self._kept(asked, answer, state)
        if page is None:
            return answer.send(start_response)
        return page.sent(environ, start_response, new=True)

    def _is_true(self, page: Page, state: bytes | None) -> bool:
        if time.time() >= page.recipe.until:
            return False
        if state is not None and page.state == state:
            return True
        if not self.freshness.holds(page.recipe.sources):
            return False
        page.state = state
        return True

    def _kept(self, asked: Question, answer: Answer, state: bytes | None) -> Page | None:
        if (
            asked.recipe is None
            or not answer.status.startswith("200")
            or not isinstance(answer.body, bytes)
            or not answer.body
            or answer.header("Set-Cookie")
            or answer.header("Content-Encoding")
            or any(form in answer.body for form in FORMS)
        ):
            return None
        page = Page.of(answer, asked.recipe, state)
        self.shelf.put(asked.key, page)
        return page


def factory(app: Callable, _global_conf: dict, mib: str = "64") -> Callable:
    """``mib``: the most memory that kept pages take, in MiB; 0 keeps none."""
    return Memory(app, int(mib)) if int(mib) else app
