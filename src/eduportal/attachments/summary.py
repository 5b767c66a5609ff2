"""The catalogue's short list of an item's files, so that lists load no object."""

from Acquisition import aq_parent
from eduportal.attachments.behavior import IAttached
from eduportal.attachments.behavior import open_as_item
from plone.app.contenttypes.interfaces import IFile
from plone.indexer import indexer
from plone.namedfile.interfaces import INamedBlobFile
from typing import TypedDict
from zope.component import adapter
from zope.interface.interfaces import IObjectEvent

KINDS = {
    "application/pdf": "PDF",
    "application/msword": "DOC",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.ms-excel": "XLS",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PPTX",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "application/zip": "ZIP",
}


class FileSummary(TypedDict):
    """One file: ``path`` is relative to the item that holds it."""

    path: str
    title: str
    filename: str
    content_type: str
    size: int


@indexer(IAttached)
def edu_attachments(item) -> tuple[FileSummary, ...]:
    return tuple(summary(one.file, one.id, one.title) for one in open_as_item(item))


def summary(file: INamedBlobFile, path: str, title: str) -> FileSummary:
    return FileSummary(
        path=path,
        title=title,
        filename=file.filename or path,
        content_type=file.contentType,
        size=file.getSize(),
    )


def kind_of(file: FileSummary) -> str:
    """``PDF``: what readers call the format, from its type or its file name."""
    ending = file["filename"].rpartition(".")[2] if "." in file["filename"] else ""
    return KINDS.get(file["content_type"]) or ending.upper() or file["content_type"]


def size_of(file: FileSummary, language: str = "vi") -> str:
    """``1,2 MB`` with a decimal comma, as sizes are written in Viet Nam; in English ``1.2 MB``."""
    size = float(file["size"])
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1024 or unit == "GB":
            break
        size /= 1024
    written = f"{size:.1f} {unit}".replace(".0 ", " ")
    return written if language == "en" else written.replace(".", ",")


@adapter(IFile, IObjectEvent)
def refresh_holder(file, event: IObjectEvent) -> None:
    """A file that comes, goes or changes is told to the list that shows it.

    It also takes its record's language: multilingual, finding it in something that is no
    translatable page, has just made it an item of no language.

    Only events of the file itself: when the whole record goes, Zope tells its files too, and
    cataloguing the record again then would leave a dead entry.
    """
    if event.object is not file:
        return
    holders = {
        id(holder): holder
        for holder in (
            getattr(event, "oldParent", None),
            getattr(event, "newParent", None),
            aq_parent(file),
        )
        if IAttached.providedBy(holder)
    }
    record = aq_parent(file)
    if IAttached.providedBy(record) and file.Language() != record.Language():
        file.setLanguage(record.Language())
        file.reindexObject(idxs=["Language"])
    for holder in holders.values():
        # The first is no index, only the list's column; the words of its files are the record's.
        holder.reindexObject(idxs=["edu_attachments", "SearchableText"])
