"""What plone.restapi does with dates that Plone's own pages would not."""

from AccessControl import getSecurityManager
from eduportal.interfaces import IEduportal
from plone import api
from plone.restapi.interfaces import IZCatalogCompatibleQuery
from plone.restapi.search.query import ZCatalogCompatibleQueryAdapter
from plone.restapi.services.workflow.transition import WorkflowTransition
from Products.CMFCore.permissions import AccessInactivePortalContent
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer
import transaction


@implementer(IZCatalogCompatibleQuery)
@adapter(Interface, IEduportal)
class QueryByDate(ZCatalogCompatibleQueryAdapter):
    """``show_inactive`` asks the catalogue to leave dates out of account: not for everybody."""

    def __call__(self, query: dict) -> dict:
        portal = api.portal.get()
        if not getSecurityManager().checkPermission(AccessInactivePortalContent, portal):
            query.pop("show_inactive", None)
        return super().__call__(query)


class Transition(WorkflowTransition):
    """``@workflow/<transition>``: a refused step leaves nothing behind.

    plone.restapi sets the dates of the call before it tries the transition, and answers 400 without
    undoing them.
    """

    def reply(self):
        answer = super().reply()
        if self.request.response.getStatus() == 400:
            transaction.doom()
        return answer
