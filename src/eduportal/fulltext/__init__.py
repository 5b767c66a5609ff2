"""The text inside files: read in the background, searched, shown to who cannot see a scan.

Nothing here checks permissions: a view that shows a text or a picture checks View on its file.
"""

from eduportal.fulltext.open_formats import convert_waiting
from eduportal.fulltext.open_formats import remove_wishes
from eduportal.fulltext.queue import ask_again
from eduportal.fulltext.queue import ensure_queue
from eduportal.fulltext.queue import holders
from eduportal.fulltext.queue import queue_matching
from eduportal.fulltext.queue import queue_of
from eduportal.fulltext.queue import queue_unread
from eduportal.fulltext.queue import remove_queue
from eduportal.fulltext.reading import Reading
from eduportal.fulltext.reading import reading
from eduportal.fulltext.texts import pages_of
from eduportal.fulltext.texts import picture
from eduportal.fulltext.texts import text_of
from eduportal.fulltext.texts import texts_of
from eduportal.fulltext.worker import Outcome
from eduportal.fulltext.worker import Report
from eduportal.fulltext.worker import read_waiting

__all__ = [
    "Outcome",
    "Reading",
    "Report",
    "ask_again",
    "convert_waiting",
    "ensure_queue",
    "holders",
    "pages_of",
    "picture",
    "queue_matching",
    "queue_of",
    "queue_unread",
    "read_waiting",
    "reading",
    "remove_queue",
    "remove_wishes",
    "text_of",
    "texts_of",
]
