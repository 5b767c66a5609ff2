"""Running a job: as the person who uploaded it, with no more rights than that person has now."""

from AccessControl.SecurityManagement import newSecurityManager
from eduportal.filing.archive import Archive
from eduportal.filing.archive import ArchiveError
from eduportal.filing.found_files import Files
from eduportal.filing.found_files import NoFiles
from eduportal.filing.importing import import_table
from eduportal.filing.options import FilingError
from eduportal.filing.options import Options
from eduportal.filing.places import Places
from eduportal.filing.reading import read
from eduportal.filing.report import Report
from eduportal.filing.web.jobs import Facts
from eduportal.filing.web.jobs import Job
from eduportal.provisioning.requests import fresh
from eduportal.spreadsheets import Problem
from pathlib import Path


def run_job(root, folder: Path) -> None:
    """In a process of its own: sign in as the person, then file."""
    job = Job(folder)
    facts = job.facts
    with fresh(root, facts.unit) as portal:
        users = root.unrestrictedTraverse(facts.users)
        user = users.getUserById(facts.user)
        if user is None:
            job.end(_refused("tài khoản không còn trên cổng.", "the account is gone."))
            return
        newSecurityManager(portal.REQUEST, user.__of__(users))
        job.end(run(portal, job))


def preview(portal, job: Job) -> Report:
    """What a run would do; nothing is stored but the preview itself."""
    report = _import(portal, job, dry_run=True)
    job.keep_preview(report)
    return report


def run(portal, job: Job) -> Report:
    """File what was uploaded, as whoever is signed in; the job hears how far it is."""
    return _import(portal, job, dry_run=False)


def _import(portal, job: Job, dry_run: bool) -> Report:
    facts: Facts = job.facts
    section = portal.unrestrictedTraverse(facts.section, None)
    if section is None:
        return _refused("chuyên mục không còn trên cổng.", "the section is gone.")
    options = Options(
        section=Places(portal).name_of(section),
        state=facts.state,
        update=facts.update,
        dry_run=dry_run,
    )
    tell = (lambda report: None) if dry_run else job.tell
    try:
        files: Files = Archive(job.archive) if job.archive else NoFiles()
        return import_table(portal, read(job.table), files, options, tell)
    except (ArchiveError, FilingError) as error:
        return _refused(error.vi, error.en)


def _refused(vi: str, en: str) -> Report:
    return Report(problems=[Problem(vi, en)])
