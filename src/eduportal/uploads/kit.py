"""What a form's page needs for ``form.js``: its address and its sentences."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from plone import api
from Products.Five.browser import BrowserView
import eduportal

SCRIPT = Path(eduportal.__file__).parent / "themes" / "eduportal" / "js" / "form.js"


class FormKit(BrowserView):
    """``structure context/@@form-kit`` in a page with a form of visitors.

    The form itself is marked ``data-form``; see docs/uploads.md for the other marks.
    """

    @property
    def script(self) -> str:
        portal_url = api.portal.get().absolute_url()
        return f"{portal_url}/++theme++eduportal/js/form.js?v={_version()}"


@cache
def _version() -> str:
    """Another script has another address, so that browsers may keep each."""
    return sha256(SCRIPT.read_bytes()).hexdigest()[:8]
