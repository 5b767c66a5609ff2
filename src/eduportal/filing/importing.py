"""Filing the rows of a table: records first, then what they say of each other.

Twenty-five rows are one transaction: whoever kills a run finds whole records only, and starting it
again goes on where it was, because a row that is filed already is found and left alone.
"""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import replace
from eduportal.content_types.official_document import validity
from eduportal.filing import known
from eduportal.filing.clerk import Addition
from eduportal.filing.clerk import Clerk
from eduportal.filing.clerk import outcome_of
from eduportal.filing.entries import Entry
from eduportal.filing.entries import entries
from eduportal.filing.found_files import Files
from eduportal.filing.options import Options
from eduportal.filing.relating import Rows
from eduportal.filing.report import Outcome
from eduportal.filing.report import Report
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Table
from pathlib import Path
from typing import TypeVar
from ZODB.POSException import ConflictError
import logging
import tempfile
import time
import transaction

logger = logging.getLogger(__name__)
ATTEMPTS = 3
Done = TypeVar("Done")


def import_table(
    portal,
    table: Table,
    files: Files,
    options: Options,
    tell: Callable[[Report], None] = lambda report: None,
    commit: Callable[[], None] = transaction.commit,
) -> Report:
    """File the documents of a table as the person who is signed in; ``tell`` hears how far it is.

    A dry run stores nothing. ``FilingError`` where the chosen section does not exist.
    """
    start = time.monotonic()
    rows = entries(table, known.lists(), validity.today())
    report = Report(options.dry_run, len(rows), problems=list(table.problems))
    storage = portal._p_jar.db().storage
    # Beside the blobs a copied scan is taken over by renaming it.
    with tempfile.TemporaryDirectory(dir=storage.temporaryDirectory()) as folder:
        clerk = Clerk(portal, files, options, Path(folder), Rows(rows))
        save = (lambda: None) if options.dry_run else commit
        for batch in _batches(rows, options.every):
            report.outcomes += _together(batch, clerk.file, _failed, save)
            portal._p_jar.cacheGC()
            report.seconds = time.monotonic() - start
            tell(report)
        outcomes = dict(zip(map(id, rows), report.outcomes, strict=True))
        related = [row for row in rows if row.relations and outcomes[id(row)].done != "error"]
        for batch in _batches(related, options.every):
            found = _together(batch, clerk.relate, _not_related, save)
            for row, add in zip(batch, found, strict=True):
                add.to(outcomes[id(row)])
    report.seconds = time.monotonic() - start
    tell(report)
    return report


def _batches(rows: list[Entry], size: int) -> Iterator[list[Entry]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _together(
    batch: list[Entry],
    do: Callable[[Entry], Done],
    failed: Callable[[Entry], Done],
    commit: Callable[[], None],
) -> list[Done]:
    """Do a batch in one transaction; if something breaks, each of its rows in one of its own.

    An editor who saves at the same moment is a conflict, which goes away by trying again.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            done = [do(entry) for entry in batch]
            commit()
        except ConflictError:
            transaction.abort()
            if attempt == ATTEMPTS and len(batch) == 1:
                return [failed(batch[0])]
        except Exception:  # whatever an add-on's subscriber raises is one row's, not the file's
            transaction.abort()
            if len(batch) == 1:
                logger.exception("row %s could not be filed", batch[0].row.number)
                return [failed(batch[0])]
            break
        else:
            return done
    return [one for entry in batch for one in _together([entry], do, failed, commit)]


def _failed(entry: Entry) -> Outcome:
    return outcome_of(entry, "error", problems=[_broken(entry)])


def _not_related(entry: Entry) -> Addition:
    return Addition(problems=[replace(_broken(entry), severity="warning")])


def _broken(entry: Entry) -> Problem:
    return entry.row.problem(
        "có lỗi khi lưu dòng này; xem nhật ký của máy chủ. Hãy nhập lại sau.",
        "an error occurred while storing this row; see the server's log. Import it again later.",
    )
