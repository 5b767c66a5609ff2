"""The words inside files: who holds them asks here, who has read them answers.

Attachments lie below every capability. So the readers of files (``eduportal.fulltext``) register
a utility for what the indexers of records, above and below them, want to know.
"""

from eduportal.attachments.behavior import IAttached
from eduportal.attachments.behavior import open_as_item
from zope.component import queryUtility
from zope.interface import Interface


class IFileHolder(Interface):
    """Content whose field ``file`` is one file: a File or a resource."""


class IFileTexts(Interface):
    """Utility: the text inside files, as far as it has been read."""

    def texts_of(item) -> str:
        """The text of all files of an item, capped; "" where none was read."""


def file_words(item) -> str:
    """What the files of an item add to its searchable text: names, titles, their text."""
    texts = queryUtility(IFileTexts)
    words = [*_names(item), texts.texts_of(item) if texts is not None else ""]
    return "\n".join(word for word in words if word)


def _names(item) -> list[str]:
    if IAttached.providedBy(item):
        found = [(one.file.filename, one.title) for one in open_as_item(item)]
    elif IFileHolder.providedBy(item) and item.file is not None:
        found = [(item.file.filename, "")]
    else:
        found = []
    return list(dict.fromkeys(name for pair in found for name in pair if name))
