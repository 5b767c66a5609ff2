"""Bringing a new record to its state by the workflow's own transitions, as whoever files it."""

from DateTime import DateTime
from datetime import date
from eduportal.content_types.official_document import validity
from eduportal.editorial import StepRefused
from eduportal.filing.entries import Entry
from eduportal.filing.options import STATES
from eduportal.spreadsheets import Problem
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.i18n import translate

TRANSITIONS = {"submitted": "submit", "scheduled": "schedule", "published": "publish"}
PERMISSIONS = {"draft": "Add portal content", "submitted": "Request review"}
REVIEW = "Review portal content"
WORDS = {
    "draft": ("Bản nháp", "Draft"),
    "submitted": ("Chờ duyệt", "Submitted"),
    "returned": ("Trả lại chỉnh sửa", "Returned"),
    "scheduled": ("Chờ đăng", "Scheduled"),
    "published": ("Đã đăng", "Published"),
    "withdrawn": ("Đã gỡ", "Taken down"),
}
"""What an export writes. An import makes drafts of what was returned or taken down: the reason and
who gave it are a portal's own history, and nothing that was taken down comes back by a table."""


def allowed(section) -> list[str]:
    """The states in which this person may file documents in a section."""
    return [
        state
        for state in STATES
        if api.user.has_permission(PERMISSIONS.get(state, REVIEW), obj=section)
    ]


def advance(record, entry: Entry, default: str) -> list[Problem]:
    """Take a new record to the state of its row, else to the one chosen for the import.

    What the workflow refuses is said, and the record stays where it is: visitors see nothing that
    this person could not have shown them by hand. What is to wait for its day stays a draft if it
    cannot be scheduled, though the rest of the import be published.
    """
    problems = []
    waits = entry.state == "scheduled"
    for wanted in dict.fromkeys((entry.state or default, "draft" if waits else default)):
        if wanted == "draft":
            break
        problem = _move(record, entry, wanted)
        if problem is None:
            break
        problems.append(problem)
    return problems


def _move(record, entry: Entry, wanted: str) -> Problem | None:
    if wanted in ("published", "scheduled") and entry.published_on:
        # The workflow stamps today unless a day was chosen before.
        day = _morning(entry.published_on)
        if wanted == "published" and entry.published_on == validity.today():
            # Published today, and perhaps it is not eight yet: nothing that waits for its hour.
            day = min(day, DateTime())
        record.setEffectiveDate(day)
    try:
        api.portal.get_tool("portal_workflow").doActionFor(record, TRANSITIONS[wanted])
    except StepRefused as refused:
        record.effective_date = None
        vi, en = (translate(refused.message, target_language=name) for name in ("vi", "en"))
        return _refused(entry, wanted, f"{vi} ", f"{en} ")
    except WorkflowException:
        record.effective_date = None
        return _refused(entry, wanted, "ông/bà không có quyền. ", "you may not. ")
    return None


def _morning(day: date) -> DateTime:
    return DateTime(f"{day.isoformat()} 08:00:00 Asia/Ho_Chi_Minh")


def _refused(entry: Entry, state: str, why_vi: str, why_en: str) -> Problem:
    vi, en = WORDS[state]
    return entry.row.problem(
        f"không đưa được văn bản vào trạng thái {vi}: {why_vi}Văn bản được lưu ở trạng thái trước "
        "đó.",
        f"the document was not brought to the state {en}: {why_en}It stays in the one before.",
        "state" if entry.state else "",
        severity="warning",
    )
