"""The distribution "Cổng thông tin điện tử giáo dục": what "add site" and the command both run."""

from eduportal import sample
from eduportal.provisioning import accounts
from eduportal.provisioning.portal import install
from eduportal.provisioning.spreadsheet import checked
from eduportal.spreadsheets import Table
from eduportal.units import settings
from eduportal.units.columns import COLUMNS
from eduportal.units.model import Unit
from eduportal.units.spreadsheet import row_of
from plone.distribution.core import Distribution
from zExceptions import BadRequest
from zope.globalrequest import getRequest


def prepare(answers: dict) -> dict:
    """Vietnamese and Vietnamese time, whatever the form's browser speaks.

    A form is one row of the spreadsheet and held to the same rules; the command has checked its
    own rows before.
    """
    unit = answers["unit"] if "unit" in answers else _unit_of_form(answers).as_dict()
    return answers | {
        "unit": unit,
        "default_language": "vi",
        "portal_timezone": "Asia/Ho_Chi_Minh",
    }


def create(distribution: Distribution, site, answers: dict):
    """Turn the bare site into the portal of the unit that the answers describe."""
    install(site, Unit(**answers["unit"]))
    accounts.ensure_administrator(site, settings.current_unit())
    if answers.get("setup_content"):
        sample.load(site)
    return site


def _unit_of_form(answers: dict) -> Unit:
    app = getRequest()["PARENTS"][-1]
    given = {name: str(answers.get(name) or "") for name in COLUMNS}
    given |= {"id": answers["site_id"].strip(), "name": answers["title"]}
    given["name_en"] = given["name_en"] or given["name"]
    if given["id"] in app.objectIds():
        raise BadRequest(f"Mã “{given['id']}” đã được dùng. / The id “{given['id']}” is taken.")
    found = checked(app, Table([row_of(given)], []))
    if found.errors:
        raise BadRequest(" ".join(f"{error.vi} / {error.en}" for error in found.errors))
    return found.units[0]
