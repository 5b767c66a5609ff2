"""One case, for its officers: what was sent, what was said, what is to be done."""

from eduportal import _
from eduportal import audit
from eduportal import cases
from eduportal import uploads
from eduportal.cases import codes
from eduportal.casework import people
from eduportal.casework.case_acts import Acts
from eduportal.casework.rows import Term
from eduportal.casework.words import HAPPENED
from eduportal.casework.words import NEEDS_REASON
from eduportal.casework.words import STEPS
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.publisher.interfaces import NotFound
import transaction

CHANGED_STATUS = 409


class CasePage(BrowserView):
    """``@@cases/<number>`` and ``@@cases/<number>/files/<id>``, made by the queue."""

    index = ViewPageTemplateFile("case.pt")
    tongue = staticmethod(cases.tongue)
    problem: Message | None = None

    def __init__(self, queue) -> None:
        super().__init__(queue.context, queue.request)
        self.queue = queue
        self.number, *self.below = queue.below
        self.case = queue.case(self.number)

    def __call__(self):
        if self.below:
            return self._file()
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            done = self._act()
            if done:
                return ""
        else:
            audit.record("case.read", where=self.number)
        return self.index()

    @property
    def page_heading(self) -> str:
        return codes.shown(self.case.code)

    @property
    def url(self) -> str:
        return f"{self.queue.url}/{self.number}"

    @property
    def action(self) -> str:
        """Forms come back to this page with the list it was opened from."""
        return f"{self.url}?{self.queue.asked.query}"

    @property
    def back(self) -> str:
        return f"{self.queue.url}?{self.queue.asked.query}"

    @cached_property
    def row(self) -> cases.Row:
        return cases.row_of(self.case)

    @property
    def term(self) -> Term:
        return Term(self.row)

    @property
    def state(self) -> Message:
        return cases.STATES[self.row.state]

    @cached_property
    def neighbours(self) -> dict[str, str]:
        """Addresses of the cases before and after this one in the list it was opened from."""
        numbers = [row.number for row in self.queue.rows]
        if self.case.number not in numbers:
            return {"next": self._address(numbers[0])} if numbers else {}
        at = numbers.index(self.case.number)
        found = {}
        if at > 0:
            found["previous"] = self._address(numbers[at - 1])
        if at + 1 < len(numbers):
            found["next"] = self._address(numbers[at + 1])
        return found

    @property
    def opened(self) -> str:
        return cases.shown_moment(self.case.opened)

    @property
    def service(self) -> str:
        return cases.facts(self.queue.portal, self.case.service_uid).title

    @property
    def answers(self) -> list[dict]:
        """What was filled in; files stand in a list of their own."""
        return [
            {"label": entry.label, "value": self._shown(entry)}
            for entry in self.case.entries
            if entry.kind != "file"
        ]

    @property
    def files(self) -> list[dict]:
        labels = {entry.name: entry.label for entry in self.case.entries}
        return [self._file_shown(file, labels) for file in self.case.files.values()]

    @property
    def messages(self) -> list[dict]:
        return [
            {
                "when": cases.shown_moment(message.when),
                "by": people.name_of(message.by),
                "mine": bool(message.by),
                "text": message.text,
                "files": [
                    self._file_shown(self.case.files[one], {})
                    for one in message.files
                    if one in self.case.files
                ],
            }
            for message in self.case.messages
        ]

    @property
    def notes(self) -> list[dict]:
        return [
            {
                "when": cases.shown_moment(note.when),
                "by": people.name_of(note.by),
                "text": note.text,
            }
            for note in reversed(self.case.notes)
        ]

    @property
    def trace(self) -> list[dict]:
        return [
            {
                "when": cases.shown_moment(entry.when),
                "by": people.name_of(entry.by),
                "what": HAPPENED.get(entry.step, entry.step),
                "detail": people.name_of(entry.detail)
                if entry.step == "assign" and entry.detail
                else entry.detail,
            }
            for entry in reversed(self.case.trace)
        ]

    @cached_property
    def steps(self) -> list[dict]:
        """What the workflow allows now, in our order."""
        (workflow,) = api.portal.get_tool("portal_workflow").getWorkflowsFor(self.case)
        return [
            {"id": name, "title": title, "needs_reason": name in NEEDS_REASON}
            for name, title in STEPS.items()
            if workflow.isActionSupported(self.case, name)
        ]

    @property
    def needs_reason(self) -> bool:
        return any(step["needs_reason"] for step in self.steps)

    @cached_property
    def officers(self) -> list[tuple[str, str]]:
        return people.officers([self.case.service_uid])

    @property
    def is_mine(self) -> bool:
        return self.case.assignee == self.queue.login

    @property
    def assignee(self) -> str | Message:
        return people.name_of(self.case.assignee) if self.case.assignee else ""

    @cached_property
    def parts(self) -> list[str]:
        """What other rooms show to officers: payment, letters, …"""
        found = cases.parts_of(self.case, self.request, "officer")
        return [part.render() for part in found.values()]

    @property
    def seen(self) -> str:
        """Stands in the forms: a step is made of what the officer has seen, not of more."""
        return self.case.changed.isoformat()

    def kept(self, name: str) -> str:
        """What was typed into a form that could not be used."""
        value = self.request.form.get(name, "") if self.problem is not None else ""
        return value if isinstance(value, str) else ""

    def acted(self, act: str) -> bool:
        """Whether the form that could not be used is this one."""
        return self.problem is not None and self.request.form.get("act") == act

    def _address(self, number: int) -> str:
        return f"{self.queue.url}/{number}?{self.queue.asked.query}"

    def _act(self) -> bool:
        """Whether something was done and the browser is on its way to the page anew."""
        acts = Acts(self.case, self.request, self.queue.login)
        undo = transaction.savepoint(optimistic=True)
        try:
            message = acts.carry_out()
        except cases.StepRefused as refused:
            self.problem = refused.args[0]
        except uploads.UploadRefused as refused:
            self.problem = refused.message
        if self.problem is not None:
            undo.rollback()
            if acts.is_stale:
                self.request.response.setStatus(CHANGED_STATUS)
            return False
        if message:
            api.portal.show_message(message, self.request)
        self.request.response.redirect(self.action, status=303)
        return True

    def _file(self):
        """An officer opens a file of the case; that he did is noted."""
        name, *rest = self.below[1:] or [""]
        if self.below[0] != "files" or rest or name not in self.case.files:
            raise NotFound(self.context, name, self.request)
        audit.record("case.file", where=f"{self.number}/{name}")
        return uploads.serve(self.case.files[name], self.request, inline="save" not in self.request)

    def _file_shown(self, file, labels: dict[str, str]) -> dict:
        return {
            "label": labels.get(file.field, ""),
            "name": file.filename,
            "size": _size(file.size),
            "when": cases.shown_moment(file.added),
            "by": people.name_of(file.by),
            "url": f"{self.url}/files/{file.id}",
        }

    def _shown(self, entry) -> str:
        value = entry.value
        if isinstance(value, bool):
            return self.context.translate(_("Yes") if value else _("No"))
        if hasattr(value, "strftime"):
            return f"{value:%d/%m/%Y}"
        if isinstance(value, list | tuple):
            return ", ".join(str(one) for one in value)
        return "" if value is None else str(value)


def _size(size: int) -> str:
    """``820 kB``, ``1,4 MB``."""
    if size < 1024**2:
        return f"{max(1, round(size / 1024))} kB"
    return f"{size / 1024**2:.1f} MB".replace(".", ",")
