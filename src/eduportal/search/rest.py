"""REST's ``@search`` asks an adapter how to read the query of each kind of index."""

from eduportal.search.index import VietnameseTextIndex
from plone.restapi.interfaces import IIndexQueryParser
from plone.restapi.search.query import BaseIndexQueryParser
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer


@implementer(IIndexQueryParser)
@adapter(VietnameseTextIndex, Interface, Interface)
class TextQueryParser(BaseIndexQueryParser):
    """A text; options of other indexes are passed over."""

    query_value_type = str

    def parse_complex_query(self, idx_query: dict) -> dict:
        return super().parse_complex_query({"query": idx_query.get("query", "")})
