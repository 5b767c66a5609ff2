"""The text index in an exported ``catalog.xml``: named, and never emptied by an import.

Plone's own ``catalog.xml`` describes an index of this name with attributes and a lexicon; applied
again to a portal of ours, the general importer would see a difference and clear the index.
"""

from eduportal.search.index import VietnameseTextIndex
from Products.GenericSetup.interfaces import INode
from Products.GenericSetup.interfaces import ISetupEnviron
from Products.GenericSetup.utils import NodeAdapterBase
from zope.component import adapter
from zope.interface import implementer


@implementer(INode)
@adapter(VietnameseTextIndex, ISetupEnviron)
class TextIndexNode(NodeAdapterBase):
    """Says the index's kind and name; it has nothing that could be set."""

    @property
    def node(self):
        return self._getObjectNode("index")

    @node.setter
    def node(self, node) -> None:
        """Leave the index as it is."""
