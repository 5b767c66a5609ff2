"""What an applicant may do with his case, once he has proved to be the applicant."""

from collections.abc import Sequence
from eduportal import _
from eduportal.cases.index import OPEN
from eduportal.cases.index import state_of
from eduportal.cases.officers import service_of
from eduportal.cases.steps import StepRefused
from eduportal.cases.steps import say
from eduportal.cases.steps import step
from eduportal.content_types.case import Case
from eduportal.content_types.case import CaseFile
from eduportal.uploads import Rules
from eduportal.uploads import Upload
from eduportal.uploads import accept
import hashlib

LONGEST = 5000
MOST_MESSAGES = 50
MOST_FILES = 100
ONCE = "eduportal.cases.once"
REMEMBERED = 20
WITHDRAWABLE = OPEN


def may_write(case: Case) -> bool:
    """As long as something can still be asked or answered."""
    return state_of(case) not in ("returned", "withdrawn")


def may_withdraw(case: Case) -> bool:
    return state_of(case) in WITHDRAWABLE


def accepted(case: Case, files: Sequence) -> list[Upload]:
    """Files of a post by the rules of the case's service; raises ``UploadRefused``."""
    rules = Rules.of(service_of(case))
    if len(files) > rules.max_files or len(case.files) + len(files) > MOST_FILES:
        raise StepRefused(
            _(
                "case_too_many_files",
                default="At most ${count} files can be sent at once.",
                mapping={"count": rules.max_files},
            )
        )
    uploads = [accept("supplement", one.filename, one, rules) for one in files]
    if sum(upload.size for upload in uploads) > rules.total_bytes:
        raise StepRefused(
            _(
                "case_files_too_big",
                default="Together the files may have ${mb} MB at most.",
                mapping={"mb": f"{rules.total_mb:g}"},
            )
        )
    return uploads


def answer(case: Case, text: str, uploads: Sequence[Upload]) -> None:
    """A message, or the supplement that was asked for."""
    text = text.replace("\r\n", "\n").strip()
    if not text and not uploads:
        raise StepRefused(_("Write something, or choose a file."))
    if len(text) > LONGEST:
        raise StepRefused(
            _(
                "case_message_too_long",
                default="A message has ${most} characters at most.",
                mapping={"most": LONGEST},
            )
        )
    if not may_write(case) or sum(not one.by for one in case.messages) >= MOST_MESSAGES:
        raise StepRefused(_("Nothing more can be sent to this case; please call the office."))
    if state_of(case) == "supplement":
        step(case, "supplement", actor="", message=text, files=uploads, as_applicant=True)
    else:
        say(case, text, uploads)


def withdraw(case: Case) -> None:
    step(case, "withdraw", actor="", as_applicant=True)


def result_file(case: Case, file_id: str) -> CaseFile | None:
    """A file that the unit sent to the applicant; what he sent himself is not given back."""
    found = case.files.get(file_id)
    return found if found is not None and found.by and file_id in _told(case) else None


def sent_before(case: Case, once: str) -> bool:
    """Whether this page has been sent already: a reload sends nothing twice.

    A form without the field ``once`` is one of its own each time.
    """
    return bool(once) and _hashed(once) in case.extra.get(ONCE, ())


def note_sent(case: Case, once: str) -> None:
    if once:
        case.extra[ONCE] = (*case.extra.get(ONCE, ()), _hashed(once))[-REMEMBERED:]


def _hashed(once: str) -> str:
    return hashlib.sha256(once.encode()).hexdigest()


def _told(case: Case) -> set[str]:
    answers = [message.files for message in case.messages if message.by]
    return set(case.result_files).union(*answers)
