"""What plone.caching does with an answer, by the rule it falls under.

Each is registered as an operation, so the panel "Caching" of Plone names and assigns them, and an
add-on's views come under them by the rules of plone.app.caching.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from eduportal import _
from eduportal.caching.recipe import recipe
from eduportal.server.front import ASKED
from eduportal.server.front import Recipe
from plone import api
from plone.app.caching.operations.utils import getContext
from plone.caching.interfaces import ICachingOperation
from plone.caching.interfaces import ICachingOperationType
from plone.caching.utils import lookupOptions
from plone.namedfile.interfaces import IStableImageScale
from plone.resource.file import FilesystemFile
from plone.rest.interfaces import IAPIRequest
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer
from zope.interface import provider
from zope.publisher.interfaces.http import IHTTPRequest
import time

DAY = 24 * 3600
WEEK = 7 * DAY
YEAR = 365 * DAY
KEPT_SECONDS = 3600
"""How long a file of the theme goes out from memory; its address changes with its contents."""
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
            if "no-store" not in (response.getHeader("Cache-Control") or ""):
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
class PublicFile(Operation):
    """A file or picture: for everybody only where everybody may see it."""

    title = _("File or picture, for everybody where everybody may see it")
    description = _(
        "Files of the theme whose address changes with their contents stay in browsers for a year, "
        "scaled pictures for a week, other files of the theme for a day; attachments are asked for "
        "again each time. What not everybody may see is stored nowhere."
    )
    prefix = "eduportal.caching.file"
    sort = 0

    def modifyResponse(self, rulename, response) -> None:
        context = getContext(self.published)
        if context is not None and "Anonymous" not in rolesForPermissionOn("View", context):
            response.setHeader("Cache-Control", SECRET)
            return
        if response.getHeader("Cache-Control") or response.getStatus() not in (200, 206):
            return
        response.setHeader("Cache-Control", f"public, {self._age(rulename)}")

    def _age(self, rulename: str) -> str:
        if isinstance(self.published, FilesystemFile):
            # the address proves nothing by itself: this namespace hands on to content as well
            url = self.request.get("ACTUAL_URL", "")
            if "/++theme++eduportal/fonts/" in url:  # a font's name changes with its contents
                return f"max-age={YEAR}, immutable"
            if "/++webresource++" not in url:
                return f"max-age={DAY}"
            asked = self.request.environ.get(ASKED)
            if asked is not None:
                asked.recipe = Recipe((), time.time() + KEPT_SECONDS)
            return f"max-age={YEAR}, immutable"
        if IStableImageScale.providedBy(self.published):
            return f"max-age={WEEK}"
        return f"max-age={DAY}" if rulename == "plone.resource" else "max-age=0, must-revalidate"
