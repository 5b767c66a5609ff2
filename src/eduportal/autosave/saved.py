"""Telling the browser that a form's content has arrived, so that it forgets what it kept.

Only a committed save is told: a page that merely looks like success would cost somebody their text.
"""

from plone.dexterity.interfaces import IDexterityContent
from zope.component import adapter
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from ZPublisher.interfaces import IPubSuccess
import re

FIELD = "edu_draft"
COOKIE = "edu_saved"
SAVED = "eduportal.autosave.saved"
PATH = "eduportal.autosave.path"
ID = re.compile(r"[a-z0-9]{8,32}")
MOST = 20
SECONDS = 600


@adapter(IDexterityContent, IObjectAddedEvent)
def note_added(content: IDexterityContent, event: IObjectAddedEvent) -> None:
    """The form's own mark is put into its request by ``autosave.js``."""
    _note()


@adapter(IDexterityContent, IObjectModifiedEvent)
def note_modified(content: IDexterityContent, event: IObjectModifiedEvent) -> None:
    """The same for a content that was there."""
    _note()


@adapter(IPubSuccess)
def tell(event: IPubSuccess) -> None:
    """After the commit; a cookie that the script of the next page reads and takes away."""
    request = event.request
    # What a form could have sent does not count.
    saved, path = request.other.get(SAVED), request.other.get(PATH)
    if not saved:
        return
    told = [one for one in request.cookies.get(COOKIE, "").split(".") if ID.fullmatch(one)]
    request.response.setCookie(
        COOKIE,
        ".".join([*told, saved][-MOST:]),
        path=path,
        max_age=SECONDS,
        same_site="Lax",
    )


def _note() -> None:
    request = getRequest()
    if request is None or getSite() is None:
        return
    draft = request.form.get(FIELD)
    if isinstance(draft, str) and ID.fullmatch(draft):
        request.set(SAVED, draft)
        request.set(PATH, getSite().absolute_url_path() or "/")
