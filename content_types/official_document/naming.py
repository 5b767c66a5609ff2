"""The address of a record: made of its number, which people know, else of its subject."""

from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.vietnamese import slug
from plone.app.content.interfaces import INameFromTitle
from zope.component import adapter
from zope.interface import implementer


@implementer(INameFromTitle)
@adapter(IOfficialDocument)
class NameFromNumber:
    """``37/2020/TT-BGDĐT`` gives ``37-2020-tt-bgddt``."""

    def __init__(self, document: IOfficialDocument) -> None:
        self.title = slug(document.number or "") or slug(document.title)
