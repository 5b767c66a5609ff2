"""Procedures of a table brought into the portal, all good rows in one transaction."""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from eduportal.content_types.official_document import numbers
from eduportal.content_types.procedure.procedure import IProcedure
from eduportal.editorial import StepRefused
from eduportal.procedures.columns import columns
from eduportal.procedures.exporting import cell
from eduportal.procedures.exporting import names_of_forms
from eduportal.procedures.reading import Entry
from eduportal.procedures.reading import entries
from eduportal.procedures.reading import key_of
from eduportal.procedures.rows import TYPE
from eduportal.sections import find
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Table
from eduportal.spreadsheets import quote
from eduportal.vietnamese import fold
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFCore.WorkflowCore import WorkflowException
from typing import Any
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import ValidationError

SECTION = "procedure-list"
STATES = ("draft", "submitted", "published")
TRANSITIONS = {"submitted": "submit", "published": "publish"}


class NoPlace(LookupError):
    """The portal has no section for procedures."""


@dataclass
class Kept:
    """What the portal says otherwise and keeps."""

    column: str
    portal: str
    table: str


@dataclass
class Outcome:
    """What became of a row: ``new``, ``changed``, ``unchanged`` or ``error``."""

    row: int
    label: str
    done: str
    changed: list[str] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Report:
    """Of a whole table; ``problems`` are those of the file itself."""

    dry_run: bool
    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        done = [outcome.done for outcome in self.outcomes]
        return {name: done.count(name) for name in ("new", "changed", "unchanged", "error")}

    @property
    def failed(self) -> bool:
        """Whether anything of the file was not taken over."""
        return bool(self.counts["error"]) or any(one.is_error for one in self.problems)

    def as_dict(self) -> dict:
        return {
            "dry_run": self.dry_run,
            "counts": self.counts,
            "problems": [one.as_dict() for one in self.problems],
            "rows": [
                {
                    "row": one.row,
                    "label": one.label,
                    "done": one.done,
                    "changed": one.changed,
                    "kept": [asdict(kept) for kept in one.kept],
                    "problems": [problem.as_dict() for problem in one.problems],
                }
                for one in self.outcomes
            ],
        }


def import_table(
    table: Table, *, state: str = "draft", update: bool = False, dry_run: bool = False
) -> Report:
    """As the person signed in. What a row leaves empty stays; with ``update`` the table wins.

    Nothing is committed here; a dry run changes nothing.
    """
    section = find(SECTION, "vi")
    if section is None:
        raise NoPlace(SECTION)
    clerk = Clerk(section, state, update, dry_run)
    outcomes = [clerk.file(entry) for entry in entries(table)]
    return Report(dry_run, outcomes, list(table.problems))


class Clerk:
    """Files rows one after the other; knows what is there."""

    def __init__(self, section, state: str, update: bool, dry_run: bool) -> None:
        self.section, self.state, self.update, self.dry_run = section, state, update, dry_run
        self.known = {key: brain for key, brain in _known()}
        self.forms = {fold(name): uid for uid, name in names_of_forms().items()}

    def file(self, entry: Entry) -> Outcome:
        """Store one row, or say what storing would do."""
        outcome = Outcome(entry.row.number, entry.label, "error", problems=entry.problems)
        if entry.bad:
            return outcome
        fields = entry.fields | self._references(entry)
        record = self._record(entry)
        values = self._compare(record, fields, outcome)
        refused = [
            problem for name, value in values.items() for problem in _check(entry, name, value)
        ]
        outcome.problems += refused
        if refused:
            return outcome
        if record is None:
            outcome.done = "new"
            if not self.dry_run:
                self._add(entry, values)
        elif values:
            outcome.done, outcome.changed = "changed", list(values)
            if not self.dry_run:
                self._change(record, values)
        else:
            outcome.done = "unchanged"
        return outcome

    def _record(self, entry: Entry):
        """By its code; a record that has none yet may be known by its name."""
        brain = self.known.get(entry.key) or self.known.get(key_of("", entry.fields.get("title")))
        if brain is None:
            return None
        record = brain.getObject()
        code = entry.fields.get("code")
        return record if not (code and record.code and record.code != code) else None

    def _references(self, entry: Entry) -> dict[str, Any]:
        """Forms by their names and documents by their numbers; what is not here is said."""
        found: dict[str, Any] = {}
        if "forms" in entry.fields:
            found["forms"] = tuple(self._forms(entry))
        if "legal_basis" in entry.fields:
            found["legal_basis"] = list(self._documents(entry))
        return found

    def _forms(self, entry: Entry):
        for name in entry.fields["forms"]:
            uid = self.forms.get(fold(name))
            if uid is not None:
                yield uid
                continue
            entry.problems.append(
                entry.row.problem(
                    f"cổng chưa có biểu mẫu {quote(name)}; hãy tải biểu mẫu lên rồi nhập lại.",
                    f"this portal has no form {quote(name)}; add it and import again.",
                    "forms",
                    severity="warning",
                )
            )

    def _documents(self, entry: Entry):
        catalog = api.portal.get_tool("portal_catalog")
        for number in entry.fields["legal_basis"]:
            brains = catalog(portal_type="OfficialDocument", edu_number=numbers.key(number))
            if len(brains) == 1:
                yield brains[0].getObject()
                continue
            entry.problems.append(
                entry.row.problem(
                    f"sổ văn bản có {len(brains)} văn bản số {quote(number)}; căn cứ này để trống.",
                    f"the register has {len(brains)} documents {quote(number)}; left out.",
                    "legal_basis",
                    severity="warning",
                )
            )

    def _compare(self, record, fields: dict[str, Any], outcome: Outcome) -> dict[str, Any]:
        """What is to be stored: empty fields are filled, others change with ``update``."""
        values = {}
        for column in columns():
            name = column.token
            if name not in fields:
                continue
            wanted = fields[name]
            if record is None:
                values[name] = wanted
                continue
            present = _present(record, name)
            if present == wanted:
                continue
            if self.update or present in (None, "", (), []):
                values[name] = wanted
            else:
                shown = cell(record, column)
                outcome.kept.append(Kept(name, str(shown), outcome_text(wanted)))
        return values

    def _add(self, entry: Entry, values: dict[str, Any]) -> None:
        content = createContent(TYPE, **_stored(values))
        made = addContentToContainer(self.section, content, checkConstraints=False)
        transition = TRANSITIONS.get(self.state)
        if transition is None:
            return
        try:
            api.portal.get_tool("portal_workflow").doActionFor(made, transition)
        except (StepRefused, WorkflowException):
            entry.problems.append(
                entry.row.problem(
                    "đã lưu là bản nháp: ông/bà không được đưa thủ tục sang trạng thái đã chọn.",
                    "kept as a draft: you may not bring it to the state chosen.",
                    severity="warning",
                )
            )

    def _change(self, record, values: dict[str, Any]) -> None:
        for name, value in _stored(values).items():
            setattr(record, name, value)
        notify(ObjectModifiedEvent(record, Attributes(IProcedure, *values)))


def outcome_text(value: Any) -> str:
    """A value of the table in a sentence."""
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, list):
        return "; ".join(one.number or one.title for one in value)
    return str(value)


def _known():
    """What this person may see, by code and by name."""
    for brain in api.portal.get_tool("portal_catalog")(portal_type=TYPE, show_inactive=True):
        facts = brain.edu_procedure_facts
        yield key_of("", brain.Title), brain
        if facts and facts["code"]:
            yield key_of(facts["code"], ""), brain


def _present(record, name: str) -> Any:
    value = getattr(record, name, None)
    if name == "legal_basis":
        return [one.to_object for one in value or () if not one.isBroken()]
    return value


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    if "legal_basis" not in values:
        return values
    ids = getUtility(IIntIds)
    relations = [RelationValue(ids.getId(one)) for one in values["legal_basis"]]
    return values | {"legal_basis": relations}


def _check(entry: Entry, name: str, value: Any):
    """What the field itself refuses: a number out of its bounds."""
    if name in ("forms", "legal_basis"):
        return
    try:
        IProcedure[name].bind(None).validate(value) if name not in LISTED else None
    except ValidationError:
        yield entry.row.problem(
            f"{quote(entry.row[name])} nằm ngoài giới hạn cho phép.",
            f"{quote(entry.row[name])} is out of bounds.",
            name,
        )


LISTED = ("area", "authority", "audiences", "ways")
"""Checked while they were read."""
