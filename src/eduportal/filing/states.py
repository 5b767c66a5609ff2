"""Bringing a new record to its state by the workflow's own transitions, as whoever files it."""

from DateTime import DateTime
from datetime import date
from eduportal.filing.entries import Entry
from eduportal.spreadsheets import Problem
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException

TRANSITIONS = {"submitted": "submit", "published": "publish"}
PERMISSIONS = {"draft": "Add portal content", "submitted": "Request review"}
REVIEW = "Review portal content"
WORDS = {
    "draft": ("Bản nháp", "Draft"),
    "submitted": ("Chờ duyệt", "Submitted"),
    "published": ("Đã đăng", "Published"),
}


def allowed(section) -> list[str]:
    """The states in which this person may file documents in a section."""
    return [
        state
        for state in WORDS
        if api.user.has_permission(PERMISSIONS.get(state, REVIEW), obj=section)
    ]


def advance(record, entry: Entry, default: str) -> list[Problem]:
    """Take a new record to the state of its row, else to the one chosen for the import.

    What the workflow refuses is said, and the record stays where it is: visitors see nothing that
    this person could not have shown them by hand.
    """
    problems = []
    for wanted in dict.fromkeys((entry.state or default, default)):
        if wanted == "draft" or _moved(record, entry, wanted):
            break
        problems.append(_refused(entry, wanted))
    return problems


def _moved(record, entry: Entry, wanted: str) -> bool:
    if wanted == "published" and entry.published_on:
        # The workflow stamps today unless a day was chosen before.
        record.setEffectiveDate(_morning(entry.published_on))
    try:
        api.portal.get_tool("portal_workflow").doActionFor(record, TRANSITIONS[wanted])
    except WorkflowException:
        record.effective_date = None
        return False
    return True


def _morning(day: date) -> DateTime:
    return DateTime(f"{day.isoformat()} 08:00:00 Asia/Ho_Chi_Minh")


def _refused(entry: Entry, state: str) -> Problem:
    vi, en = WORDS[state]
    return entry.row.problem(
        f"bạn không có quyền đưa văn bản vào trạng thái {vi}; văn bản được lưu ở trạng thái trước "
        "đó.",
        f"you may not bring the document to the state {en}; it stays in the one before.",
        "state" if entry.state else "",
        severity="warning",
    )
