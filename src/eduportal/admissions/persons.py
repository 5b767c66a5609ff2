"""Whom an application is about."""

from datetime import date


def person(case) -> str:
    """The pupil's name, else the applicant's."""
    return str(case.answer("pupil_name") or case.applicant.name)


def born(case) -> date | None:
    """The pupil's date of birth."""
    answered = case.answer("birth_date")
    return answered if isinstance(answered, date) else case.applicant.birth_date
