"""A filter before Zope: a whole page where Zope can make none.

While the storage server is away every request would wait for it (a minute each, until all threads
wait). What happens in Zope's own exception handling ends here too, and not as a bare line of text.
"""

from collections.abc import Callable
from collections.abc import Iterable
from eduportal.error_pages import hosts
from eduportal.error_pages import static
from eduportal.error_pages.failure import error_number
from transaction.interfaces import TransientError
from ZODB.POSException import StorageError
import logging
import time
import Zope2

logger = logging.getLogger("eduportal.error_pages")

PATIENCE_SECONDS = 3
"""A storage server that is only started anew is back within that time."""
LOOK_SECONDS = 0.1


class Errors:
    """``connected`` tells whether the main database's storage can be asked."""

    def __init__(self, app: Callable, connected: Callable[[], bool] | None = None) -> None:
        self.app = app
        self.connected = connected or storage_is_there
        self.away = False

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if not hosts.readable(environ):
            return _send(environ, start_response, "400 Bad Request", static.unreadable())
        if not self._wait():
            return _maintenance(environ, start_response)
        try:
            return self.app(environ, start_response)
        except (TransientError, StorageError):
            logger.exception("The database did not answer at %s", environ.get("PATH_INFO", ""))
            return _maintenance(environ, start_response)
        except Exception:
            number = error_number()
            logger.exception("Error %s at %s", number, environ.get("PATH_INFO", ""))
            status = "500 Internal Server Error"
            return _send(environ, start_response, status, static.broken(number))

    def _wait(self) -> bool:
        """The first request that meets an absent storage waits a little, the next ones do not."""
        if self.connected():
            self.away = False
            return True
        end = time.monotonic() + (0 if self.away else PATIENCE_SECONDS)
        while time.monotonic() < end:
            time.sleep(LOOK_SECONDS)
            if self.connected():
                return True
        self.away = True
        return False


def storage_is_there() -> bool:
    """Storages without a server of their own, and those that do not say, count as there."""
    database = getattr(Zope2, "DB", None)
    connected = getattr(getattr(database, "storage", None), "is_connected", None)
    return connected is None or bool(connected())


def _maintenance(environ: dict, start_response: Callable) -> Iterable[bytes]:
    wait = ("Retry-After", str(static.WAIT_SECONDS))
    return _send(environ, start_response, "503 Service Unavailable", static.maintenance(), wait)


def _send(environ: dict, start_response: Callable, status: str, page: str, *more) -> list[bytes]:
    body = page.encode()
    headers = [*static.HEADERS, *more, ("Content-Length", str(len(body)))]
    start_response(status, headers)
    return [] if environ.get("REQUEST_METHOD") == "HEAD" else [body]


def factory(app: Callable, _global_conf: dict) -> Callable:
    """In ``wsgi.ini``: ``paste.filter_app_factory = eduportal.error_pages.front:factory``."""
    return Errors(app)
