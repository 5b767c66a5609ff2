"""One row: found or made, filled, given its files and its state, as the person who is signed in."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from dataclasses import field
from eduportal.filing import attaching
from eduportal.filing import known
from eduportal.filing import relating
from eduportal.filing import states
from eduportal.filing.comparing import Comparison
from eduportal.filing.comparing import compare
from eduportal.filing.comparing import dates_refused
from eduportal.filing.entries import Entry
from eduportal.filing.found_files import Files
from eduportal.filing.options import FilingError
from eduportal.filing.options import Options
from eduportal.filing.places import Places
from eduportal.filing.report import Done
from eduportal.filing.report import Kept
from eduportal.filing.report import Outcome
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import quote
from pathlib import Path
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

VIEW, MODIFY, ADD = "View", "Modify portal content", "Add portal content"


@dataclass
class Addition:
    """What the second pass adds to a row's outcome."""

    changed: list[str] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def to(self, outcome: Outcome) -> None:
        outcome.kept += self.kept
        outcome.problems += self.problems
        if outcome.done != "new":
            outcome.changed += self.changed
            outcome.done = "changed" if outcome.changed else outcome.done


class Clerk:
    """Files rows one after the other."""

    def __init__(
        self, portal, files: Files, options: Options, folder: Path, rows: relating.Rows
    ) -> None:
        self.portal = portal
        self.files = files
        self.options = options
        self.folder = folder
        self.rows = rows
        self.places = Places(portal)
        self._made: set[str] = set()
        if self.places.find(options.section) is None:
            raise FilingError(
                f"không có chuyên mục {quote(options.section)} trên cổng.",
                f"there is no section {quote(options.section)} on the portal.",
            )

    def file(self, entry: Entry) -> Outcome:
        """Make or fill the record of a row; everything but its relations."""
        if entry.bad:
            return outcome_of(entry, "error")
        brain = known.record_of(entry)
        record = brain._unrestrictedGetObject() if brain is not None else None
        section = self.places.find(entry.section or self.options.section)
        problem = dates_refused(entry, record) or (
            self._no_place(entry, section) if record is None else _not_seen(entry, record)
        )
        if problem is not None:
            return outcome_of(entry, "error", problems=[problem])
        comparison = compare(entry, record, self.options.update)
        planned = attaching.plan(entry, self.files, record, self.folder)
        if record is None:
            return self._new(entry, section, comparison, planned)
        return self._existing(entry, record, comparison, planned)

    def relate(self, entry: Entry) -> Addition:
        """Write what a row says of other documents, once all of them are there."""
        brain = known.record_of(entry)
        record = brain._unrestrictedGetObject() if brain is not None else None
        found = relating.relate(entry, record, self.rows, self.options.update, self.options.dry_run)
        addition = Addition(list(found.values), found.kept, found.problems)
        if record is None or not found.values:
            return addition
        if brain.UID not in self._made and not _may(MODIFY, record):
            return Addition(problems=[*found.problems, _not_yours(entry, "warning")])
        if not self.options.dry_run:
            relating.store(record, self.portal, found.values)
            notify(ObjectModifiedEvent(record))
        return addition

    def _new(
        self, entry: Entry, section, comparison: Comparison, planned: attaching.Attaching
    ) -> Outcome:
        if self.options.dry_run:
            return outcome_of(entry, "new", problems=planned.problems)
        content = createContent(known.TYPE, **comparison.values)
        record = addContentToContainer(section, content)
        self._made.add(record.UID())
        if planned.new:
            attaching.carry_out(record, planned, self.files, self.folder, replace=False)
        problems = states.advance(record, entry, self.options.state)
        return outcome_of(entry, "new", record, problems=planned.problems + problems)

    def _existing(
        self, entry: Entry, record, comparison: Comparison, planned: attaching.Attaching
    ) -> Outcome:
        update = self.options.update
        files = bool(planned.new or (update and planned.other))
        changed = [*comparison.changed, *(["files"] if files else [])]
        kept = list(comparison.kept)
        if planned.other and not update:
            names = ", ".join(found.name for _present, _title, found in planned.other)
            kept.append(Kept("files", names, names))
        if changed and not (_may(MODIFY, record) and (not files or _may(ADD, record))):
            return outcome_of(entry, "error", record, problems=[_not_yours(entry)])
        if changed and not self.options.dry_run:
            for name, value in comparison.values.items():
                setattr(record, name, value)
            if files:
                attaching.carry_out(record, planned, self.files, self.folder, update)
            notify(ObjectModifiedEvent(record))
        done = "changed" if changed else "unchanged"
        return outcome_of(entry, done, record, changed, kept, planned.problems)

    def _no_place(self, entry: Entry, section) -> Problem | None:
        if section is None:
            return entry.row.problem(
                f"không có chuyên mục {quote(entry.section)}. Hãy ghi mã, đường dẫn hoặc tên của "
                "một chuyên mục trên cổng.",
                f"there is no section {quote(entry.section)}. Give the id, path or title of a "
                "section of the portal.",
                "section",
            )
        refusal = self.places.refusal(section)
        return entry.row.problem(*refusal, "section") if refusal else None


def outcome_of(
    entry: Entry,
    done: Done,
    record=None,
    changed: list[str] | None = None,
    kept: list[Kept] | None = None,
    problems: list[Problem] | None = None,
) -> Outcome:
    """The outcome of a row, with what reading it had found."""
    return Outcome(
        sheet=entry.row.sheet,
        row=entry.row.number,
        label=entry.label,
        title=entry.fields.get("title", entry.row["title"]),
        done=done,
        url=record.absolute_url() if record is not None else "",
        changed=changed or [],
        kept=kept or [],
        problems=[*entry.problems, *(problems or [])],
    )


def _may(permission: str, record) -> bool:
    return bool(getSecurityManager().checkPermission(permission, record))


def _not_seen(entry: Entry, record) -> Problem | None:
    if _may(VIEW, record):
        return None
    return entry.row.problem(
        "văn bản này đã được lưu trên cổng nhưng ông/bà không có quyền xem.",
        "this document is filed on the portal already, and you may not see it.",
    )


def _not_yours(entry: Entry, severity="error") -> Problem:
    return entry.row.problem(
        "văn bản này đã có trên cổng và ông/bà không có quyền sửa; không có gì thay đổi.",
        "this document is on the portal already and you may not change it; nothing was changed.",
        severity=severity,
    )
