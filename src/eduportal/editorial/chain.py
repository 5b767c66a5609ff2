"""Which workflow a file or an image has: its item's, or the editorial one where it lies loose.

Stock Plone gives both an empty chain, so a file put into a public folder is public at once.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from plone.app.contenttypes.interfaces import IFile
from plone.app.contenttypes.interfaces import IImage
from plone.base.interfaces import IPloneSiteRoot
from plone.base.interfaces import IWorkflowChain
from plone.dexterity.content import DexterityContent
from Products.CMFCore.interfaces import IWorkflowTool
from Products.CMFPlone.workflow import ToolWorkflowChain
from zope.component import adapter
from zope.interface import implementer

EDITORIAL = "editorial"
SECTION = "section"


@adapter(IFile, IWorkflowTool)
@implementer(IWorkflowChain)
def file_chain(context: DexterityContent, workflow_tool) -> tuple[str, ...]:
    """No workflow inside an item, whose permissions are acquired; the editorial one elsewhere.

    A site of the same Zope that the kit was not applied to keeps Plone's rule.
    """
    if EDITORIAL not in workflow_tool:
        return ToolWorkflowChain(context, workflow_tool)
    parent = aq_parent(aq_inner(context))
    if parent is None or IPloneSiteRoot.providedBy(parent):
        return (EDITORIAL,)
    return (EDITORIAL,) if SECTION in workflow_tool.getChainFor(parent) else ()


@adapter(IImage, IWorkflowTool)
@implementer(IWorkflowChain)
def image_chain(context: DexterityContent, workflow_tool) -> tuple[str, ...]:
    """The same rule for images."""
    return file_chain(context, workflow_tool)
