"""The distribution "Cổng thông tin điện tử giáo dục": what "add site" and the command both run."""

from eduportal import sample
from eduportal.mandate import kinds
from eduportal.provisioning import accounts
from eduportal.provisioning.portal import install
from eduportal.units import settings
from eduportal.units.model import Unit
from plone.distribution.core import Distribution

FORM_FIELDS = ("name_en", "tier", "parent", "domain", "email", "admin_name", "admin_email")


def prepare(answers: dict) -> dict:
    """Vietnamese and Vietnamese time, whatever the form's browser speaks; the kind must exist."""
    unit = unit_from(answers)
    if unit.tier not in kinds():
        raise ValueError(f"{unit.tier!r} is not a kind of unit; allowed: {', '.join(kinds())}")
    return answers | {"default_language": "vi", "portal_timezone": "Asia/Ho_Chi_Minh"}


def create(distribution: Distribution, site, answers: dict):
    """Turn the bare site into the portal of the unit that the answers describe."""
    unit = unit_from(answers)
    install(site, unit)
    accounts.ensure_administrator(site, settings.current_unit())
    if answers.get("setup_content"):
        sample.load(site)
    return site


def unit_from(answers: dict) -> Unit:
    """The unit given by the command as a whole, or by the form field by field."""
    if "unit" in answers:
        return Unit(**answers["unit"])
    given = {name: str(answers.get(name) or "").strip() for name in FORM_FIELDS}
    given["name_en"] = given["name_en"] or answers["title"]
    return Unit(id=answers["site_id"], name=answers["title"], **given)
