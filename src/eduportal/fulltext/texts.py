"""The text inside the files of an item, for indexers, previews and proposals.

These are plain functions: whoever shows their result checks first that the visitor may view the
file. Only what may be found with the item goes into the item's searchable text.
"""

from eduportal.attachments.behavior import IAttached
from eduportal.attachments.behavior import open_as_item
from eduportal.attachments.texts import IFileTexts
from eduportal.fulltext.reading import reading
from ZODB.blob import Blob
from zope.interface import implementer

# Characters of all files of one item that are searched: about 800 printed pages.
LONGEST = 2_000_000


def pages_of(file) -> list[str]:
    """The text of each page, sheet or slide; [] where nothing was read."""
    known = reading(file)
    return known.pages if known is not None else []


def text_of(file) -> str:
    """The whole text of one file."""
    return "\n\n".join(page for page in pages_of(file) if page)


def picture(file, number: int) -> Blob | None:
    """The picture (WebP) of a page, counted from 1; None where there is none."""
    known = reading(file)
    pictures = known.pictures if known is not None else ()
    return pictures[number - 1] if 1 <= number <= len(pictures) else None


def texts_of(item) -> str:
    """The text of all files of an item, capped; of the item's own file where it is one."""
    texts, room = [], LONGEST
    for file in _files(item):
        known = reading(file)
        if room > 0 and known is not None and known.length:
            texts.append(text_of(file)[:room])
            room -= len(texts[-1])
    return "\n\n".join(texts)


@implementer(IFileTexts)
class FileTexts:
    """The utility through which indexers below this capability ask."""

    def texts_of(self, item) -> str:
        return texts_of(item)


def _files(item) -> list:
    if not IAttached.providedBy(item):
        return [item]
    return [item[one.id] for one in open_as_item(item)]
