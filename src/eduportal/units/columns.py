"""The thirteen columns of the units spreadsheet, and the headings people write over them."""

from dataclasses import fields
from eduportal.spreadsheets import Columns
from eduportal.units.model import Unit
from eduportal.units.tables import table

COLUMNS = tuple(field.name for field in fields(Unit))
REQUIRED = ("id", "name", "tier")
SPREADSHEET = Columns(COLUMNS, REQUIRED, ("đơn vị", "unit"), headings=table("columns"))
