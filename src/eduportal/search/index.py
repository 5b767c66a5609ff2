"""The portal's text index: Vietnamese words, phrases and numbers as sets of catalogue records.

It takes the place of Plone's ``SearchableText`` index, so that every search of the portal
understands Vietnamese. Class and attribute names are in the database: they stay.
"""

from Acquisition import aq_base
from Acquisition import aq_parent
from BTrees.IIBTree import IIBucket
from BTrees.IOBTree import IOBTree
from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from eduportal.search import postings
from eduportal.search.entries import TEXT
from eduportal.search.entries import Source
from eduportal.search.entries import entries
from eduportal.search.entries import marked_spelling
from eduportal.search.memory import state
from eduportal.search.query import parse
from eduportal.search.ranking import tiers
from eduportal.search.records import records
from eduportal.search.records import rids
from eduportal.search.settings import synonyms
from eduportal.search.store import Store
from eduportal.search.synonyms import table
from eduportal.search.synonyms import with_synonyms
from itertools import repeat
from OFS.SimpleItem import SimpleItem
from persistent import Persistent
from Products.PluginIndexes.interfaces import ILimitedResultIndex
from Products.PluginIndexes.interfaces import IQueryIndex
from Products.PluginIndexes.util import safe_callable
from pyroaring import FrozenBitMap
from zope.interface import implementer
import zlib


class Written(Persistent):
    """What was written down of one record, so that the next time only the difference is.

    An object of its own: only its record's change loads and rewrites it.
    """

    def __init__(self, keys: set[str]) -> None:
        self.packed = _packed(keys)

    def entries(self) -> set[str]:
        return set(zlib.decompress(self.packed).decode().split("\n"))


@implementer(ILimitedResultIndex, IQueryIndex)
class VietnameseTextIndex(SimpleItem):
    """A ZCatalog index of ``SearchableText``, and of what counts as a title.

    That is ``Title``, the number ``edu_number`` and, one on each line, ``edu_names``.
    """

    meta_type = "VietnameseTextIndex"
    zmi_icon = "fas fa-info-circle"
    operators = ("and", "or")
    useOperator = "and"
    # what forms and addresses may add to a query; a text needs none of it
    query_options = ("query", "operator", "range", "not")

    def __init__(self, id: str, extra=None, caller=None) -> None:
        self.id = id
        self._counter = Length()
        self._count = Length()
        self.clear()

    def clear(self) -> None:
        self._sets = OOBTree()
        self._written = IOBTree()
        self._count.set(0)
        self._counter.change(1)

    def index_object(self, documentId: int, obj, threshold=None) -> int:
        """Write an object down; 1 if that changed anything."""
        text = _text(obj, self.id)
        source = Source(
            text=text,
            title=_text(obj, "Title"),
            number=_text(obj, "edu_number"),
            names=tuple(_text(obj, "edu_names").splitlines()),
            short_name=_text(obj, "getId"),
        )
        # Without any text it is not to be found: a record's file, whose words are the record's.
        keys = entries(source) if text else set()
        written = self._written.get(documentId)
        before = set() if written is None else written.entries()
        if keys == before:
            return 0
        for key in sorted(before - keys):
            postings.remove(self._sets, key, documentId)
        # in order, so that neighbours in the tree are changed one after the other
        for key in sorted(keys - before):
            postings.add(self._sets, key, documentId)
        self._remember(documentId, written, keys)
        self._counter.change(1)
        return 1

    def _remember(self, documentId: int, written: Written | None, keys: set[str]) -> None:
        if not keys:
            del self._written[documentId]
            self._count.change(-1)
        elif written is None:
            self._written[documentId] = Written(keys)
            self._count.change(1)
        else:
            written.packed = _packed(keys)

    def unindex_object(self, documentId: int) -> None:
        written = self._written.get(documentId)
        if written is None:
            return
        for key in written.entries():
            postings.remove(self._sets, key, documentId)
        self._remember(documentId, written, set())
        self._counter.change(1)

    def tiers(self, typed: str, within: FrozenBitMap | None = None) -> tuple | None:
        """The records that answer, the best tier first; None where no word was typed."""
        node = parse(typed)
        if node is None:
            return None
        return tiers(self.store(), with_synonyms(node, table(synonyms())), within)

    def store(self) -> Store:
        """The index's trees, with what is kept in memory of the state this connection sees."""
        catalog = aq_parent(aq_parent(self))
        known = hasattr(aq_base(catalog), "getCounter")
        seen = state(catalog, aq_base(self)) if known else None
        return Store(self._sets, self._written, seen)

    def query_index(self, record, resultset=None) -> IIBucket | None:
        """The records found with their scores; the catalogue sorts by these."""
        typed = " ".join(key for key in record.keys or () if isinstance(key, str))
        found = self.tiers(typed, None if resultset is None else records(_keys(resultset)))
        if found is None:
            return None
        scores = []
        for number, tier in enumerate(found):
            scores.extend(zip(rids(tier), repeat(len(found) - number), strict=False))
        # ascending, for a bucket is one array; so are the tiers, which makes it quick
        return IIBucket(sorted(scores))

    def getEntryForObject(self, documentId: int, default=None):
        """The words of one object, as the catalogue's own pages show them."""
        written = self._written.get(documentId)
        if written is None:
            return default
        return sorted(marked_spelling(key) for key in written.entries() if key[0] == TEXT.word)

    def getIndexSourceNames(self) -> tuple[str, ...]:
        return (self.id,)

    def getIndexQueryNames(self) -> tuple[str, ...]:
        return (self.id,)

    def getCounter(self) -> int:
        """A number that moves with every change."""
        return self._counter()

    def numObjects(self) -> int:
        return self._count()

    def indexSize(self) -> int:
        return self._count()

    def uniqueValues(self, name=None, withLengths=0):
        """Refused, as by Plone's own text index: the words of what is restricted are in it."""
        raise NotImplementedError


def _packed(keys: set[str]) -> bytes:
    return zlib.compress("\n".join(sorted(keys)).encode())


def _keys(resultset):
    return resultset.keys() if hasattr(resultset, "keys") else resultset


def _text(obj, name: str) -> str:
    """An attribute of an object or of what indexes it, as text; "" where it has none."""
    value = getattr(obj, name, None)
    if safe_callable(value):
        value = value()
    if isinstance(value, list | tuple | set):
        return " ".join(one for one in value if isinstance(one, str))
    return value if isinstance(value, str) else ""
