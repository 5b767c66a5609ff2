"""What search knows of files: the words inside them, under the name of what is to be found."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from eduportal.attachments.behavior import IAttached
from eduportal.attachments.texts import file_words
from eduportal.fulltext.queue import queue_of
from plone import api
from plone.app.contenttypes.indexers import SearchableText_file
from plone.app.contenttypes.interfaces import IFile
from plone.base.interfaces import IPloneCatalogTool
from plone.indexer import indexer


# For Plone's own catalogue, which is more than any: so it wins over the stock indexer, which
# reads the file in the visitor's request through portal_transforms.
@indexer(IFile, IPloneCatalogTool)
def SearchableText(file) -> str:
    """Title, description, name and text of a loose file; nothing of a record's file.

    A visitor looks for the record, so the words of its files are the record's.
    """
    if queue_of(api.portal.get()) is None:
        return SearchableText_file(file)()
    if IAttached.providedBy(aq_parent(aq_inner(file))):
        return ""
    words = (file.title, file.description, file_words(file))
    return "\n".join(word for word in words if word)


def reindex(file) -> None:
    """Bring the searchable text of a file's record, or of a loose file, up to date.

    Only this index, and so the item's date of modification stays.
    """
    parent = aq_parent(aq_inner(file))
    target = parent if IAttached.providedBy(parent) else file
    target.reindexObject(idxs=["SearchableText"])
