"""``/@@provision``: upload, look at what would be done, then do it."""

from eduportal.provisioning.instance import provision
from eduportal.provisioning.spreadsheet import checked
from eduportal.provisioning.upload import jobs
from eduportal.provisioning.upload.keys import keys
from eduportal.units.spreadsheet import read
from plone.protect.authenticator import check as check_authenticator
from plone.protect.authenticator import createToken
from Products.Five.browser import BrowserView

LARGEST = 5 * 1024 * 1024

WORDS = {
    "created": "tạo mới / created",
    "updated": "cập nhật / updated",
    "unchanged": "không đổi / unchanged",
    "failed": "lỗi / failed",
}


class ProvisionPage(BrowserView):
    """Bilingual page for the instance's administrator; a dry run always comes first."""

    problem: tuple[str, str] | None = None
    job: jobs.Job | None = None
    plan = None
    outcomes = ()

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "no-store")
        name = self.request.form.get("job")
        if name:
            self.job = jobs.job(str(name))
        if self.request.method == "POST":
            check_authenticator(self.request, manager=keys(self.context))
            if "start" in self.request.form and self.job is not None:
                if not self.job.running:
                    self.job.start()
                return self._show(self.job)
            return self._upload()
        if self.job is not None and not self.job.started:
            self._dry_run()
        return self.index()

    def word(self, done: str) -> str:
        """What became of a row, or would, in both languages."""
        return WORDS[done]

    def token(self) -> str:
        return createToken(manager=keys(self.context))

    def _upload(self) -> str:
        upload = self.request.form.get("file")
        content = upload.read(LARGEST + 1) if getattr(upload, "filename", "") else b""
        if not content:
            self.problem = ("Hãy chọn một tệp .csv hoặc .xlsx.", "Choose a .csv or .xlsx file.")
        elif len(content) > LARGEST:
            self.problem = ("Tệp lớn hơn 5 MB.", "The file is larger than 5 MB.")
        else:
            try:
                return self._show(jobs.keep(content, upload.filename))
            except ValueError:
                self.problem = ("Chỉ nhận .csv hoặc .xlsx.", "Only .csv or .xlsx is taken.")
        return self.index()

    def _show(self, job: jobs.Job) -> str:
        url = f"{self.context.absolute_url()}/@@provision?job={job.name}"
        self.request.response.redirect(url)
        return ""

    def _dry_run(self) -> None:
        self.plan = checked(self.context, read(self.job.file))
        self.outcomes = provision(self.context, self.plan.units, dry_run=True)
