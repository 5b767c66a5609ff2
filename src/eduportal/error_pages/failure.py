"""The answer to every exception that has no page of its own.

What a person may do something about is said within the portal's frame. A failure of the portal is
said by a page that needs nothing of it: whatever failed might fail again.
"""

from eduportal import _
from eduportal.error_pages import static
from eduportal.error_pages.stock import stock_answer
from eduportal.face.place import Place
from plone.rest.interfaces import IAPIRequest
from plone.transformchain.interfaces import DISABLE_TRANSFORM_REQUEST_KEY
from Products.Five.browser import BrowserView
from transaction.interfaces import TransientError
from zExceptions import HTTPException
from ZODB.POSException import StorageError
import json
import logging
import secrets

logger = logging.getLogger("eduportal.error_pages")

SENTENCES = {
    400: _("The request could not be understood. Please go back and try again."),
    405: _("This address cannot be asked in this way. Please go back and try again."),
    410: _("What stood here was taken away for good."),
    413: _("What was sent is too large."),
    423: _("Somebody else is working on this at the moment. Please try again later."),
    429: _("Too many requests came from your address. Please wait a moment."),
}
METHODS = ("GET", "HEAD", "POST")
"""With any other Zope looks for something of the method's name and fails where there is none."""
OTHER = _("This could not be done. Please go back and try again.")


class Failure(Place, BrowserView):
    """``index.html`` of an exception; other programs get JSON, as from Plone."""

    page_heading = _("This could not be done")

    def __call__(self) -> str:
        error = self.context
        name = type(error).__name__
        if IAPIRequest.providedBy(self.request):
            return stock_answer(self)
        if isinstance(error, (TransientError, StorageError)):
            return self._static(503, name, static.maintenance)
        if isinstance(error, AttributeError) and self.request.method not in METHODS:
            return self._refused(name)
        status = error.getStatus() if isinstance(error, HTTPException) else 500
        # for good: Plone's transforms, which come later, know fewer exceptions
        self.request.response.setStatus(status, lock=1)
        if 300 <= status < 400:
            return ""
        if status >= 500:
            return self._static(status, name, self._broken)
        if not self._html:
            return self._json(name)
        try:
            return self._framed(status)
        except Exception:
            return self._static(500, name, self._broken)

    def _framed(self, status: int) -> str:
        # the frame is that of the place, not of the exception
        self.context = self.__parent__
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index(sentence=SENTENCES.get(status, OTHER))

    def _refused(self, name: str) -> str:
        """A program's mistake and no failure of the portal's: nothing for the log."""
        self.request.response.setStatus(405, lock=1)
        self.request.response.setHeader("Allow", ", ".join(METHODS))
        self.request.response.setHeader("Cache-Control", "no-store")
        return self._json(name)

    def _broken(self) -> str:
        number = error_number()
        # the address without its query, in which a person may have typed something
        logger.exception("Error %s at %s", number, self.request.get("ACTUAL_URL", ""))
        return static.broken(number)

    def _static(self, status: int, name: str, page) -> str:
        response = self.request.response
        response.setStatus(status, lock=1)
        for header, value in static.HEADERS:
            response.setHeader(header, value)
        if status == 503:
            response.setHeader("Retry-After", str(static.WAIT_SECONDS))
        # transforms ask for the portal and the person signed in
        self.request.environ[DISABLE_TRANSFORM_REQUEST_KEY] = True
        made = page()
        return made if self._html else self._json(name)

    def _json(self, name: str) -> str:
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps({"error_type": name})

    @property
    def _html(self) -> bool:
        return "text/html" in self.request.getHeader("Accept", "")


def error_number() -> str:
    """Short enough to be read out on the telephone: ``7F3A-09C2``."""
    digits = secrets.token_hex(4).upper()
    return f"{digits[:4]}-{digits[4:]}"
