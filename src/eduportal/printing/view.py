"""``@@pdf``: an item to keep (NĐ 42/2022 Điều 7: "lưu trữ" for every item)."""

from eduportal import _
from eduportal.caching import state
from eduportal.face.bodies import parent_name
from eduportal.face.dates import today
from eduportal.face.place import Place
from eduportal.printing.paper import pdf
from eduportal.printing.room import TooBusy
from eduportal.printing.room import room
from eduportal.printing.sheet import sheet_of
from eduportal.safety import limits
from eduportal.sharing import Kept
from eduportal.sharing import is_public
from hashlib import sha256
from Products.Five.browser import BrowserView
from urllib.parse import quote
from zExceptions import NotFound
from zope.i18n import translate

MOST = 30
WINDOW = 60
"""Files that are made for one visitor in so many seconds; what is in memory is not counted."""

kept = Kept(16 * 1024 * 1024)
made = limits.Limiter()


class SavedPage(Place, BrowserView):
    """Made when asked for; for visitors kept in memory until something in the portal changes."""

    def __call__(self) -> bytes | str:
        response = self.request.response
        response.setHeader("X-Robots-Tag", "noindex")
        response.setHeader("X-Content-Type-Options", "nosniff")
        url = self.context.absolute_url()
        response.setHeader("Link", f'<{url}>; rel="canonical"')
        label = self._label()
        if label is None:
            response.setHeader("Cache-Control", "private, no-store")
        else:
            response.setHeader("Cache-Control", "public, max-age=0, must-revalidate")
            response.setHeader("ETag", f'"{label}"')
            if self.request.getHeader("If-None-Match") == f'"{label}"':
                response.setStatus(304)
                return b""
        try:
            data = self._data(label)
        except TooBusy as busy:
            return self._refused(busy.seconds)
        response.setHeader("Content-Type", "application/pdf")
        name = f"{self.context.getId()}.pdf"
        response.setHeader("Content-Disposition", f"attachment; filename*=UTF-8''{quote(name)}")
        return data

    def _data(self, label: str | None) -> bytes:
        data = kept.get(label) if label else None
        if data is None:
            visitor = limits.visitor(self.request.getClientAddr())
            wait = made.wait(visitor, MOST, WINDOW)
            if wait:
                raise TooBusy(wait)
            made.count(visitor, WINDOW)
            with room():
                sheet = sheet_of(self)
                if sheet is None:
                    raise NotFound(self.__name__)
                data = pdf(sheet)
            if label:
                kept.put(label, data)
        return data

    def _label(self) -> str | None:
        """What the file depends on, in one word; None for what is made for one person alone."""
        now = state(self.portal)
        if now is None or not self.anonymous or not is_public(self.context):
            return None
        unit = self.unit
        parent = parent_name(self.portal, unit.parent, self.language) if unit else ""
        parts = (self.context.absolute_url(), self.language, now, today(), unit, parent)
        return sha256(repr(parts).encode()).hexdigest()[:32]

    def _refused(self, seconds: int) -> str:
        response = self.request.response
        response.setStatus(503)
        response.setHeader("Retry-After", str(seconds))
        response.setHeader("Cache-Control", "no-store")
        response.setHeader("Content-Type", "text/plain; charset=utf-8")
        message = _(
            "pdf_busy",
            default=(
                "Too many pages are being saved just now. Please try again in ${seconds} seconds; "
                "your browser's own print command works at any time."
            ),
            mapping={"seconds": seconds},
        )
        return translate(message, target_language=self.language)
