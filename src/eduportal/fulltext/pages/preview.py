"""Under a record, a resource or a loose file: its pages in pictures, and the way to its text."""

from eduportal.attachments.behavior import IAttached
from eduportal.attachments.behavior import seen
from eduportal.fulltext.pages.shown import Shown
from eduportal.fulltext.pages.shown import shown
from plone.app.layout.viewlets.common import ViewletBase


class Preview(ViewletBase):
    """Nothing is embedded and nothing needs a script: a PDF opens in the browser's own viewer.

    An ``<object>`` was weighed and left out: it fetches the whole file, often a scan of many
    megabytes, for everybody who only wants to know what the document is, and phones show nothing.
    """

    def update(self) -> None:
        super().update()
        self.files = [one for one in map(shown, files_of(self.context)) if _is_seen(one)]

    def render(self) -> str:
        return super().render() if self.files else ""


def files_of(context) -> list:
    """The files of a record that this person may view, in order; else the item with its file."""
    if IAttached.providedBy(context):
        return [context[one.id] for one in seen(context)]
    return [context]


def _is_seen(one: Shown | None) -> bool:
    return one is not None and one.has_preview
