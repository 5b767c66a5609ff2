"""Pages leave in UTF-8, not as ASCII with a number for each Vietnamese letter.

Plone's output transforms parse a page and, with an empty Diazo theme, nothing after them says how
to write it: lxml then spells ``ữ`` as ``&#7919;``, seven bytes for three.
"""

from plone.transformchain.interfaces import ITransform
from repoze.xmliter.serializer import XMLSerializer
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer


@implementer(ITransform)
@adapter(Interface, Interface)
class InUtf8:
    """The last transform of a page that an earlier one has parsed."""

    # plone.protect comes last of those that parse, at 9000.
    order = 9900

    def __init__(self, published, request) -> None:
        self.request = request

    def transformBytes(self, result, encoding):
        return None

    def transformUnicode(self, result, encoding):
        return None

    def transformIterable(self, result, encoding):
        if not isinstance(result, XMLSerializer):
            return None
        return [result.serialize("utf-8")]
