"""The status page: code and second factor in, the state of the case out. Works without scripts.

Code, factor and pass travel in the bodies of posts alone; no answer to a post is kept anywhere.
"""

from eduportal import _
from eduportal.cases import applicant
from eduportal.cases import proof
from eduportal.cases.device import remember_device
from eduportal.cases.find import by_number
from eduportal.cases.guard import look_up
from eduportal.cases.index import OPEN
from eduportal.cases.index import state_of
from eduportal.cases.index import today
from eduportal.cases.parts import parts_of
from eduportal.cases.places import at_root
from eduportal.cases.receipt import render_receipt
from eduportal.cases.rest import LONGEST
from eduportal.cases.rest import NOT_FOUND
from eduportal.cases.rest import TOO_MANY
from eduportal.cases.steps import StepRefused
from eduportal.cases.words import shown_day
from eduportal.cases.words import shown_moment
from eduportal.cases.words import state_title
from eduportal.cases.words import tongue
from eduportal.content_types.section.section import ISection
from eduportal.face.place import Place
from eduportal.uploads import UploadRefused
from eduportal.uploads import serve
from functools import cached_property
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import secrets

PATH_OF_CASE = ("received", "processing", "approved", "returned")


class CaseStatus(Place, BrowserView):
    """At the section ``case-status`` of both languages, and at the language roots."""

    index = ViewPageTemplateFile("status.pt")
    tongue = staticmethod(tongue)
    case = None
    error = ""
    message = ""
    pass_ = ""
    code = ""
    written = ""

    def __call__(self):
        if self.request.method != "POST":
            return self.index()
        for name, value in (
            ("Cache-Control", "private, no-store"),
            ("Referrer-Policy", "same-origin"),
            ("X-Robots-Tag", "noindex, nofollow"),
        ):
            self.request.response.setHeader(name, value)
        given = self._text("pass")
        if not given:
            self._look_up()
            return self.index()
        number = proof.read_pass(given)
        self.case = None if number is None else by_number(self.portal, number)
        if self.case is None:
            self.error = _("Half an hour has passed. Please enter the code again.")
            return self.index()
        self.pass_ = proof.give_pass(number)
        return self._act() or self.index()

    @property
    def page_heading(self) -> str:
        if ISection.providedBy(self.context):
            return self.context.title
        return _("Track an application")

    @property
    def answer_heading(self) -> str:
        """The title of the window says what came of it, too; nothing personal is in it."""
        if self.case is not None:
            return self.state_shown
        return _("No case found") if self.wrong else ""

    @property
    def wrong(self) -> bool:
        """Whether code and factor have to be typed anew."""
        return self.error is NOT_FOUND

    @cached_property
    def url(self) -> str:
        if ISection.providedBy(self.context):
            return self.context.absolute_url()
        return at_root(self.portal, self.language)

    @cached_property
    def once(self) -> str:
        """Makes each page of the answer one of its own."""
        return secrets.token_hex(16)

    @cached_property
    def state(self) -> str:
        return state_of(self.case)

    @property
    def state_shown(self) -> str:
        return state_title(self.state, self.case.waiting, self.language)

    @property
    def service(self) -> str:
        return self.case.service_name(self.language)

    @property
    def opened(self) -> str:
        return shown_moment(self.case.opened)

    @property
    def due(self) -> str:
        return shown_day(self.case.due)

    @property
    def closed(self) -> str:
        return shown_day(self.case.closed_on)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def late(self) -> bool:
        return (
            self.state in ("received", "processing")
            and self.case.due is not None
            and self.case.due < today()
        )

    @property
    def steps(self) -> list[dict]:
        """The usual way of a case, for who wants to see how far it is."""
        if self.state in ("refused", "withdrawn"):
            return []
        here = "processing" if self.state == "supplement" else self.state
        place = PATH_OF_CASE.index(here)
        return [
            {
                "title": state_title(state, False, self.language),
                "done": number < place,
                "here": number == place,
            }
            for number, state in enumerate(PATH_OF_CASE)
        ]

    @property
    def messages(self) -> list[dict]:
        """What the unit said, in full; of the applicant's own words only that they came."""
        return [
            {
                "when": shown_moment(one.when),
                "by_unit": bool(one.by),
                "text": one.text if one.by else "",
                "files": self._files(one.files) if one.by else [],
                "count": len(one.files),
            }
            for one in reversed(self.case.messages)
        ]

    @property
    def result_files(self) -> list[dict]:
        return self._files(self.case.result_files)

    @property
    def may_write(self) -> bool:
        return applicant.may_write(self.case)

    @property
    def may_withdraw(self) -> bool:
        return applicant.may_withdraw(self.case)

    @cached_property
    def parts(self) -> list[str]:
        found = parts_of(self.case, self.request, "applicant", self.pass_)
        return [part.render() for part in found.values()]

    def _look_up(self) -> None:
        self.code = self._text("code")[:LONGEST]
        self.case, wait = look_up(self.portal, self.request, self.code, self._text("factor"))
        if wait:
            self.request.response.setStatus(429)
            self.request.response.setHeader("Retry-After", str(wait))
            self.error = TOO_MANY
        elif self.case is None:
            self.request.response.setStatus(404)
            self.error = NOT_FOUND
        else:
            self.pass_ = proof.give_pass(self.case.number)
            remember_device(self.request, self.case)

    def _act(self):
        """What the page's forms ask for; a file or a receipt instead of the page where asked."""
        if "file" in self.request.form:
            found = applicant.result_file(self.case, self._text("file"))
            if found is not None:
                return serve(found, self.request)
            self.error = _("This file is not there.")
            return None
        if self._text("do") == "receipt":
            return render_receipt(self.case, self.context, self.request, named=False)
        if self._text("do") or self._text("part"):
            CheckAuthenticator(self.request)
            self._change()
        return None

    def _change(self) -> None:
        once = self._text("once")
        if applicant.sent_before(self.case, once):
            self.message = _("This has been sent already.")
            return
        try:
            self.message = self._changed()
            applicant.note_sent(self.case, once)
        except StepRefused as refused:
            self.error = refused.args[0]
        except UploadRefused as refused:
            self.error = refused.message

    def _changed(self):
        if self._text("part"):
            parts = parts_of(self.case, self.request, "applicant", self.pass_)
            part = parts.get(self._text("part"))
            return "" if part is None else part.handle() or ""
        if self._text("do") == "withdraw":
            if self._text("confirm") != "yes":
                raise StepRefused(_("Please tick that you want to withdraw the application."))
            applicant.withdraw(self.case)
            return _("The application has been withdrawn.")
        if self._text("do") == "message":
            self.written = self._text("text")
            uploads = applicant.accepted(self.case, self._sent_files())
            applicant.answer(self.case, self.written, uploads)
            self.written = ""
            return _("Sent. The office will read it.")
        return ""

    def _sent_files(self) -> list:
        given = self.request.form.get("files", ())
        several = given if isinstance(given, list) else [given]
        return [one for one in several if getattr(one, "filename", None)]

    def _files(self, ids) -> list[dict]:
        found = [self.case.files[one] for one in ids if one in self.case.files]
        return [{"id": one.id, "name": one.filename, "kb": -(-one.size // 1024)} for one in found]

    def _text(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""
