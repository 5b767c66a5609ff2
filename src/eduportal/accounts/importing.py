"""Accounts from a table: looked at first, then made; a second run changes nothing."""

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from eduportal.accounts.changing import describe
from eduportal.accounts.making import Slip
from eduportal.accounts.making import can_be_mailed
from eduportal.accounts.making import exists
from eduportal.accounts.making import invite
from eduportal.accounts.making import make
from eduportal.accounts.making import one_time_password
from eduportal.accounts.people import Person
from eduportal.accounts.people import groups
from eduportal.accounts.people import people
from eduportal.accounts.table import Entry
from eduportal.accounts.table import entry
from eduportal.spreadsheets import Problem
from eduportal.spreadsheets import Table
from eduportal.spreadsheets import quote
from typing import Literal

Done = Literal["made", "updated", "unchanged", "failed"]
Handover = Literal["mail", "slips", "none"]
FACTS = ("fullname", "email", "position")


@dataclass(frozen=True)
class Outcome:
    """What becomes of a row. ``kept`` are columns where the portal says otherwise and wins."""

    row: int
    login: str
    fullname: str
    done: Done
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    mailed: bool = False


@dataclass
class Report:
    """Rows in the table's order, problems of the table itself, slips to be printed."""

    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)

    def count(self, done: Done) -> int:
        return sum(outcome.done == done for outcome in self.outcomes)

    @property
    def complete(self) -> bool:
        broken = any(problem.is_error for problem in self.problems)
        return not broken and not self.count("failed")

    def as_dict(self) -> dict:
        """For ``--json``; passwords are not in it."""
        return {
            "problems": [problem.as_dict() for problem in self.problems],
            "rows": [
                {
                    "row": one.row,
                    "login": one.login,
                    "fullname": one.fullname,
                    "done": one.done,
                    "changed": list(one.changed),
                    "kept": list(one.kept),
                    "mailed": one.mailed,
                    "problems": [problem.as_dict() for problem in one.problems],
                }
                for one in self.outcomes
            ],
        }


def import_people(
    portal,
    table: Table,
    *,
    update: bool = False,
    dry_run: bool = False,
    handover: Handover = "none",
) -> Report:
    """Make the accounts of ``table`` that are missing.

    An account that is there is found by its login, or without one by its address. Its empty facts
    are filled in; where the portal says otherwise the portal wins, unless ``update``. Nobody
    loses a group by a table. New accounts are handed over by mail where that can be, the others
    by slips; ``"slips"`` prints all of them.
    """
    report = Report(problems=list(table.problems))
    offered = groups(portal)
    read = [entry(row, offered) for row in table.rows]
    present = {one.login: one for one in people(portal)}
    read = [(_found(one, present), problems) for one, problems in read]
    double = {login for login, times in Counter(one.login for one, _p in read).items() if times > 1}
    for one, problems in read:
        there = present.get(one.login)
        problems += _clashes(one, there, one.login in double)
        if any(problem.is_error for problem in problems):
            outcome = Outcome(one.row.number, one.login, one.fullname, "failed")
        elif there is None:
            outcome = _made(one, report, dry_run, handover)
        else:
            outcome = _updated(portal, one, there, update, dry_run)
        report.outcomes.append(replace(outcome, problems=tuple(problems)))
    return report


def _found(one: Entry, present: dict[str, Person]) -> Entry:
    """The same with the login of the account that has this row's address."""
    if one.has_login or not one.email:
        return one
    mine = [p.login for p in present.values() if p.email.casefold() == one.email.casefold()]
    return replace(one, login=mine[0], has_login=True) if len(mine) == 1 else one


def _clashes(one: Entry, there: Person | None, double: bool) -> list[Problem]:
    row, login = one.row, quote(one.login)
    if double:
        return [
            row.problem(
                f"tên đăng nhập {login} có ở nhiều dòng. Ghi cho mỗi người một tên riêng.",
                f"the login {login} stands in several rows. Give each person one of their own.",
                column="login",
            )
        ]
    if there is not None and not one.has_login and there.fullname != one.fullname:
        return [
            row.problem(
                f"tên đăng nhập {login} đã là của {quote(there.fullname)}. Ghi một tên khác vào "
                "cột Tên đăng nhập.",
                f"the login {login} belongs to {quote(there.fullname)}. Write another one into "
                "the column Login.",
                column="login",
            )
        ]
    if there is None and one.login and exists(one.login):
        return [
            row.problem(
                f"không dùng được tên đăng nhập {login}. Hãy chọn tên khác.",
                f"the login {login} cannot be used. Choose another one.",
                column="login",
            )
        ]
    return []


def _made(one: Entry, report: Report, dry_run: bool, handover: Handover) -> Outcome:
    by_mail = handover == "mail" and can_be_mailed(one.email)
    if not dry_run:
        make(one.login, one.fullname, one.email, one.position, one.groups)
        if by_mail:
            invite(one.login)
        elif handover != "none":
            report.slips.append(one_time_password(one.login))
    return Outcome(one.row.number, one.login, one.fullname, "made", mailed=by_mail)


def _updated(portal, one: Entry, there: Person, update: bool, dry_run: bool) -> Outcome:
    said = {name: getattr(one, name) for name in FACTS}
    differs = [name for name in FACTS if said[name] and said[name] != getattr(there, name)]
    changed = [name for name in differs if update or not getattr(there, name)]
    kept = [name for name in differs if name not in changed]
    more = set(one.groups) - set(there.groups)
    if more:
        (changed if update else kept).append("groups")
    if changed and not dry_run:
        facts = {name: said[name] if name in changed else getattr(there, name) for name in FACTS}
        wanted = set(there.groups) | (more if update else set())
        describe(portal, there.user_id, **facts, groups=wanted)
    done: Done = "updated" if changed else "unchanged"
    return Outcome(one.row.number, one.login, one.fullname, done, tuple(changed), tuple(kept))
