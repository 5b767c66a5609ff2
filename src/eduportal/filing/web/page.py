"""``@@file-documents`` on a section: upload, look at what would be done, then do it."""

from AccessControl import getSecurityManager
from Acquisition import aq_inner
from Acquisition import aq_parent
from eduportal import _
from eduportal.filing import states
from eduportal.filing.columns import columns
from eduportal.filing.places import Places
from eduportal.filing.web import jobs
from eduportal.filing.web import running
from eduportal.filing.web.download import Download
from eduportal.filing.web.uploads import UploadError
from eduportal.filing.web.uploads import read_form
from eduportal.search import number
from eduportal.sections import find
from functools import cached_property
from plone import api
from plone.batching import Batch
from plone.protect import CheckAuthenticator
from plone.protect import PostOnly
from Products.Five.browser import BrowserView
from zExceptions import NotFound

PAGE = 50
# So few rows are filed while their sender waits; starting a process would take longer.
SMALL = 20
SMALL_ARCHIVE = 20_000_000
# More of them would keep a preview's sender waiting; the command line takes what is larger.
MOST_ROWS = 5_000
WORDS = {
    "new": _("To be added"),
    "changed": _("To be changed"),
    "unchanged": _("Unchanged"),
    "error": _("Not filed"),
}
DONE_WORDS = WORDS | {"new": _("Added"), "changed": _("Changed")}
STATES = {
    "draft": _("Drafts, seen by editors only"),
    "submitted": _("Submitted for approval"),
    "published": _("Published at once"),
}


class FilingPage(BrowserView):
    """Every answer is this person's alone: jobs of others do not exist here."""

    page_heading = _("Several documents from a table")

    problem = ""
    job: jobs.Job | None = None

    def __call__(self) -> str | bytes:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        name = self.request.form.get("job")
        if name:
            self.job = jobs.job(self.portal_id, str(name), *self._who)
            if self.job is None or self.job.facts.section != self._section:
                raise NotFound(name)
        if self.request.method == "POST":
            PostOnly(self.request)
            CheckAuthenticator(self.request)
            return self._act()
        kind = self.request.form.get("download")
        if self.job is not None and kind in ("xlsx", "csv"):
            return Download(self.found or {}, self.language, self.words).answer(self.request, kind)
        return self.index()

    @cached_property
    def home(self):
        """Records live in the Vietnamese section, whichever language the editor reads."""
        section_id = getattr(self.context, "section_id", "")
        return (find(section_id, "vi") if section_id else None) or self.context

    @cached_property
    def refusal(self) -> str:
        """Why nothing can be filed here, if so."""
        found = Places(api.portal.get()).refusal(self.home)
        return found[self.language == "en"] if found else ""

    @cached_property
    def language(self) -> str:
        return "en" if api.portal.get_current_language() == "en" else "vi"

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@file-documents"

    @property
    def job_url(self) -> str:
        return f"{self.url}?job={self.job.name}"

    @property
    def states(self) -> list[tuple[str, str]]:
        """The states in which this person may file, with what each means."""
        return [(state, STATES[state]) for state in states.allowed(self.home)]

    @cached_property
    def found(self) -> dict | None:
        """The report of the run, or the preview until it has ended."""
        return self.job.report if self.job.ended else self.job.preview

    @property
    def words(self) -> dict[str, str]:
        return DONE_WORDS if self.job.ended else WORDS

    @property
    def interrupted(self) -> bool:
        return self.job.started and not self.job.running and not self.job.ended

    def counts(self) -> list[tuple[str, str, int]]:
        """What to show, its name, and how many rows there are of it."""
        counted = self.found["counts"]
        shown = [(name, self.words[name], counted[name]) for name in self.words]
        kept = ("kept", _("The portal says otherwise"), counted["kept"])
        return [*shown, kept]

    @property
    def chosen(self) -> str:
        wanted = str(self.request.form.get("show", ""))
        return wanted if wanted in (*WORDS, "kept") else ""

    @cached_property
    def batch(self) -> Batch:
        rows = [row for row in self.found["outcomes"] if self._is_shown(row)]
        # the pagination's links convert it themselves: b_start:int=50
        start = number({"b_start": str(self.request.form.get("b_start"))}, "b_start")
        return Batch(rows, PAGE, start)

    def sentences(self, row: dict) -> list[tuple[str, str]]:
        """Severity and sentence of everything found about a row."""
        return [(one["severity"], one["in_row"][self.language]) for one in row["problems"]]

    def column(self, token: str) -> str:
        return next(one.title(self.language) for one in columns() if one.token == token)

    def _is_shown(self, row: dict) -> bool:
        return bool(row["kept"]) if self.chosen == "kept" else self.chosen in ("", row["done"])

    def _act(self) -> str:
        form = self.request.form
        if self.job is None:
            return self._upload() if not self.refusal else self.index()
        if "discard" in form:
            if not self.job.running:
                self.job.remove()
            self.request.response.redirect(self.url)
            return ""
        if "start" in form and not self.job.running and not self.job.ended:
            self._start()
        self.request.response.redirect(self.job_url)
        return ""

    def _upload(self) -> str:
        try:
            upload = read_form(self.request.form, [state for state, _title in self.states])
        except UploadError as error:
            self.problem = error.args[0]
            return self.index()
        facts = jobs.Facts(
            self.portal_id,
            *self._who,
            section=self._section,
            table=upload.table_name,
            archive=upload.archive_name,
            state=upload.state,
            update=upload.update,
        )
        self.job = jobs.keep(facts, upload.table, upload.archive)
        report = running.preview(api.portal.get(), self.job)
        if report.total > MOST_ROWS:
            self.job.remove()
            self.job = None
            self.problem = _("The table has more than 5000 rows. Split it.")
            return self.index()
        self.request.response.redirect(self.job_url)
        return ""

    def _start(self) -> None:
        archive = self.job.archive
        small = not archive or archive.stat().st_size <= SMALL_ARCHIVE
        if self.job.preview["total"] <= SMALL and small:
            with self.job.at_once():
                self.job.end(running.run(api.portal.get(), self.job))
        else:
            self.job.start()

    @property
    def portal_id(self) -> str:
        return api.portal.get().getId()

    @cached_property
    def _section(self) -> str:
        root = "/".join(api.portal.get().getPhysicalPath())
        return "/".join(self.home.getPhysicalPath()).removeprefix(f"{root}/")

    @cached_property
    def _who(self) -> tuple[str, str]:
        """The user folder's path and the id in it: the instance's ``admin`` may not be the only."""
        user = getSecurityManager().getUser()
        return "/".join(aq_parent(aq_inner(user)).getPhysicalPath()), user.getId() or ""
