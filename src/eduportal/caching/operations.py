"""What plone.caching does with an answer, by the rule it falls under.

Each is registered as an operation, so the panel "Caching" of Plone names and assigns them, and an
add-on's views come under them by the rules of plone.app.caching.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from eduportal import _
from eduportal.caching.recipe import recipe
from eduportal.server.front import ASKED
from plone import api
from plone.app.caching.operations.utils import getContext
from plone.caching.interfaces import ICachingOperation
from plone.caching.interfaces import ICachingOperationType
from plone.caching.utils import lookupOptions
from plone.rest.interfaces import IAPIRequest
from wsgiref.handlers import format_date_time
from z3c.caching.interfaces import ILastModified
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer
from zope.interface import provider
from zope.publisher.interfaces.http import IHTTPRequest

YEAR = 365 * 24 * 3600
DAY = 24 * 3600
OWN = "max-age=0, must-revalidate, private"
SECRET = "private, no-store"


@implementer(ICachingOperation)
@adapter(Interface, IHTTPRequest)
class Operation:
    """``published`` is the view or file that answers."""

    options: tuple[str, ...] = ()

    def __init__(self, published, request) -> None:
        self.published = published
        self.request = request

    def interceptResponse(self, rulename, response):
        """Nothing: what is kept never gets as far as Zope."""
        return None


@provider(ICachingOperationType)
class VisitorsPage(Operation):
    """A page: kept in memory before Zope for those who are not signed in."""

    title = _("Page for visitors, kept in memory")
    description = _(
        "Finished pages go out from memory until something they show changes. Browsers ask each "
        "time whether the page is still the same. With s-maxage, a proxy in front may keep it for "
        "as many seconds without asking."
    )
    prefix = "eduportal.caching.page"
    sort = 0
    options = ("smaxage",)

    def modifyResponse(self, rulename, response) -> None:
        if not api.user.is_anonymous():
            response.setHeader("Cache-Control", OWN)
            return
        if (
            IAPIRequest.providedBy(self.request)
            or response.getStatus() != 200
            or response.getHeader("Cache-Control")
        ):
            return
        shared = lookupOptions(type(self), rulename)["smaxage"]
        control = f"max-age=0, s-maxage={shared}" if shared else "max-age=0"
        response.setHeader("Cache-Control", f"{control}, must-revalidate")
        asked = self.request.environ.get(ASKED)
        if asked is not None:
            asked.recipe = recipe(self.request)


@provider(ICachingOperationType)
class ContentFile(Operation):
    """A file or picture of the content: for everybody only where everybody may see it."""

    title = _("File or picture of the content")
    description = _(
        "Scaled pictures that everybody may see stay in browsers for a day; files are asked for "
        "again each time. What not everybody may see is stored nowhere."
    )
    prefix = "eduportal.caching.file"
    sort = 0

    def modifyResponse(self, rulename, response) -> None:
        context = getContext(self.published)
        if context is None or "Anonymous" not in rolesForPermissionOn("View", context):
            response.setHeader("Cache-Control", SECRET)
            return
        if response.getHeader("Cache-Control") or response.getStatus() not in (200, 206):
            return
        # the address of a scale changes with the picture; a file's stays when it is replaced
        scale = "/@@images/" in self.request.get("ACTUAL_URL", "")
        age = f"max-age={DAY}" if scale else "max-age=0, must-revalidate"
        response.setHeader("Cache-Control", f"public, {age}")


@provider(ICachingOperationType)
class StaticFile(Operation):
    """A stylesheet, script, font or picture of the theme or of Plone."""

    title = _("File of the theme or of Plone")
    description = _(
        "Where the address changes with the contents, browsers keep it for a year; otherwise for "
        "a day."
    )
    prefix = "eduportal.caching.static"
    sort = 0

    def modifyResponse(self, rulename, response) -> None:
        if response.getStatus() != 200:
            return
        lasting = "++webresource++" in self.request.get("ACTUAL_URL", "")
        age = f"max-age={YEAR}, immutable" if lasting else f"max-age={DAY}"
        response.setHeader("Cache-Control", f"public, {age}")
        modified = ILastModified(self.published, None)
        if modified is not None and not response.getHeader("Last-Modified"):
            when = modified()
            if when is not None:
                response.setHeader("Last-Modified", format_date_time(when.timestamp()))
