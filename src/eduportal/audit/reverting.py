"""An older version put back: Plone tells nobody of it, so the request says it."""

from eduportal.audit.content import path_of
from eduportal.audit.content import watch
from eduportal.audit.recording import record
from eduportal.safety.static import last_step
from plone.dexterity.interfaces import IDexterityContent
from plone.rest.traverse import RESTWrapper
from zope.component import adapter
from ZPublisher.interfaces import IPubBeforeCommit


@adapter(IPubBeforeCommit)
def put_back(event: IPubBeforeCommit) -> None:
    """The page's button, and PATCH on ``@history``."""
    request = event.request
    if last_step(request) != "revertversion" and not (
        request.method == "PATCH" and last_step(request) == "history"
    ):
        return
    above = (p.context if isinstance(p, RESTWrapper) else p for p in request["PARENTS"])
    content = next((p for p in above if IDexterityContent.providedBy(p)), None)
    if content is not None:
        record("content.revert", where=path_of(content))
        watch(content)
