"""Above a record, for those who may edit it: what became of each file, and what it proposes."""

from dataclasses import dataclass
from eduportal import _
from eduportal.content_types.official_document.official_document import IOfficialDocument
from eduportal.fulltext import open_formats
from eduportal.fulltext.pages.preview import files_of
from eduportal.fulltext.reading import WAITING
from eduportal.fulltext.reading import Reading
from eduportal.fulltext.reading import reading
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from zope.component import getMultiAdapter

GOOD = "read"


@dataclass(frozen=True, slots=True)
class FileReport:
    """A file and the sentences about it; ``may_ask`` where another try may give more."""

    title: str
    url: str
    good: bool
    sentences: tuple[str, ...]
    may_ask: bool
    convertible_to: str


class EditorsReport(ViewletBase):
    """Shown while something is to be said: visitors and readers without a task see nothing."""

    def update(self) -> None:
        super().update()
        self.files = [report(one) for one in files_of(self.context) if one.file is not None]
        self.table = self._table()

    def render(self) -> str:
        return super().render() if self.files else ""

    @property
    def is_calm(self) -> bool:
        """All is read and nothing proposed: the box is closed and says so in one line."""
        return not self.table and all(one.good for one in self.files)

    def _table(self) -> str:
        if not IOfficialDocument.providedBy(self.context):
            return ""
        view = getMultiAdapter((self.context, self.request), name="fill-from-file")
        return view.table() if view.suggestions else ""


def report(file) -> FileReport:
    """What an editor wants to know of one file."""
    known = reading(file)
    state = known.state if known is not None else ""
    legacy = open_formats.old_kind(file) and not open_formats.has_copy(file)
    offered = open_formats.offered(file)
    sentences = [_sentence(known)]
    if legacy:
        sentences.append(
            _(
                "This is an old Office format; an open format (PDF or ODF) is preferred "
                "(TT 53/2012, Điều 17.8)."
            )
        )
        sentences.append(open_formats.sentence(file))
    return FileReport(
        title=file.title or file.file.filename or file.getId(),
        url=file.absolute_url(),
        good=state == GOOD and not known.message and not legacy,
        sentences=tuple(one for one in sentences if one),
        may_ask=_may_give_more(known)
        and api.user.has_permission("Modify portal content", obj=file),
        convertible_to=offered,
    )


def _may_give_more(known: Reading | None) -> bool:
    return known is None or (known.state != WAITING and bool(known.message))


def _sentence(known: Reading | None) -> str:
    if known is None:
        return _("This file has not been read yet.")
    if known.message:
        return known.message
    if known.recognised:
        return _(
            "The text of this scan was recognised by a machine and can be searched. It may "
            "contain errors."
        )
    return _("The text of this file can be searched.")
