"""A service's form has no workflow: it is seen by whoever sees the service."""

from eduportal.online_services.interfaces import IServiceForm
from plone.base.interfaces import IWorkflowChain
from Products.CMFCore.interfaces import IWorkflowTool
from zope.component import adapter
from zope.interface import implementer


@adapter(IServiceForm, IWorkflowTool)
@implementer(IWorkflowChain)
def form_chain(form: IServiceForm, workflow_tool) -> tuple[str, ...]:
    return ()
